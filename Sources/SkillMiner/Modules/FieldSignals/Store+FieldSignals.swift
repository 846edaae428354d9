extension Store {
  /// Every field signal, withdrawn ones included, oldest observation first.
  public func keptFieldSignals() throws -> [KeptFieldSignal] {
    try reviewValues(.fieldSignal, as: KeptFieldSignal.self)
      .sorted { ($0.signal.date, $0.signal.id) < ($1.signal.date, $1.signal.id) }
  }

  /// Field signals that stand, oldest observation first.
  public func fieldSignals() throws -> [FieldSignal] {
    try keptFieldSignals().filter { $0.withdrawn == nil }.map(\.signal)
  }
}
