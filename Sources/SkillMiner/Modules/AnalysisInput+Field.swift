/// What the field said, when the input knows: `Store` does.
public protocol FieldReading {
  /// Field signals that stand, oldest observation first.
  func fieldSignals() throws -> [FieldSignal]
}

extension Store: FieldReading {}

extension AnalysisInput {
  /// Field signals of an input that keeps any.
  func fieldSignals() throws -> [FieldSignal] { try (self as? any FieldReading)?.fieldSignals() ?? [] }
}
