import Taxonomy

/// From the cube to a table of signals.
public struct SignalAnalysis {
  /// Names families and is part of the fingerprint.
  public let lexicon: Lexicon

  /// Makes the value.
  public init(lexicon: Lexicon) { self.lexicon = lexicon }

  /// Counts and decides.
  ///
  /// - Throws: `ReadingError` `SIGNAL-001` when one of the windows holds no offer of the scope, and what the input
  ///   throws.
  public func run(_ input: some CubeReading, _ request: SignalRequest) throws -> SignalResult {
    let cube = try input.cube(request.scope)
    let table = SignalTable(
      cube, windows: request.windows, families: lexicon.families, rules: request.rules,
      poolsSources: request.poolsSources)
    if table.offersRecent == 0 || table.offersReference == 0 {
      throw try empty(table, input, request)
    }
    return SignalResult(
      fingerprint: SignalFingerprint.digest(cube, request: request, lexicon: lexicon), request: request,
      taxonomy: lexicon.release.name, warnings: SignalWarnings.all(table, cube: cube, request: request),
      table: table)
  }

  /// The offers behind a family, in ascending order of rows.
  public func offers(
    of family: String, _ input: some CubeReading, _ request: SignalRequest
  ) throws -> [(offer: Int64, isRecent: Bool)] {
    let cube = try input.cube(request.scope)
    let sample = SignalSample(cube, windows: request.windows, poolsSources: request.poolsSources)
    guard let place = sample.families.firstIndex(where: { cube.familyNames[$0] == family }) else { return [] }
    return sample.asking[place].map { (sample.offers[Int($0)], sample.isRecent[Int($0)]) }
  }

  private func empty(
    _ table: SignalTable, _ input: some CubeReading, _ request: SignalRequest
  ) throws -> ReadingError {
    var scope = request.scope
    scope.months = nil
    let months = try input.cube(scope).months.filter { $0 >= 0 }
    let windows = request.windows
    let missing = [
      table.offersReference == 0 ? "la période de référence \(SignalWindows.text(windows.reference))" : nil,
      table.offersRecent == 0 ? "la période \(SignalWindows.text(windows.recent))" : nil,
    ].compactMap { $0 }.joined(separator: " ni dans ")
    let known =
      if let first = months.min(), let last = months.max() {
        "Les offres datées de ce périmètre vont de \(SignalWindows.text(month: Int(first))) à "
          + "\(SignalWindows.text(month: Int(last)))\u{A0}; choisissez des périodes qui en contiennent."
      } else {
        "Aucune offre datée de ce périmètre n’est dans le magasin\u{A0}: importez-en ou élargissez le périmètre."
      }
    return ReadingError(
      Finding(
        severity: .failure, code: "SIGNAL-001", file: request.title,
        message: "aucune offre collectée dans \(missing).", advice: known))
  }
}
