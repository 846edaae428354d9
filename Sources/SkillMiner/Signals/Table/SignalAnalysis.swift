public import Taxonomy

/// From the cube to a table of signals.
public struct SignalAnalysis {
  /// Names families and is part of the fingerprint.
  public let lexicon: Lexicon

  /// Makes the value.
  public init(lexicon: Lexicon) { self.lexicon = lexicon }

  /// Counts and decides.
  ///
  /// - Parameter hides: whether a cell (family, recent window or not) is kept back for the sake of other tables.
  /// - Throws: `ReadingError` `SIGNAL-001` when one of the windows holds no offer of the scope, and what the input
  ///   throws.
  public func run(
    _ input: some CubeReading, _ request: SignalRequest,
    hiding hides: (String, Bool) -> Bool = { _, _ in false }
  ) throws -> SignalResult {
    let around = try surroundings(input, request)
    let cube = try around?.own ?? input.cube(request.scope)
    try Self.requireBothWindows(cube, of: input, request)
    let table = SignalTable(
      cube, windows: request.windows, families: lexicon.families, rules: request.rules,
      poolsSources: request.poolsSources)
    let tension =
      try request.scope.occupations.map {
        try input.tension(of: $0, in: request.scope.territory, release: lexicon.release)
      } ?? []
    return SignalResult(
      fingerprint: SignalFingerprint.digest(cube, request: request, lexicon: lexicon), request: request,
      releases: ReleaseSet(lexicon: lexicon),
      warnings: SignalWarnings.all(table, cube: cube, request: request),
      rows: rows(table, around?.siblings, request, hides), table: table, tension: tension)
  }

  /// The territory and those beside it, read at once where they are needed: for the secrecy of what is published, and for
  /// shares of places smaller than a region. The place's own facts are `nil` where some may stand outside the region.
  private func surroundings(
    _ input: some CubeReading, _ request: SignalRequest
  ) throws -> (own: CubeColumns?, siblings: SiblingPlaces?)? {
    guard let territory = request.scope.territory,
      territory.level != .region || request.disclosure.secrecy != nil
    else { return nil }
    var scope = request.scope
    scope.territory = try input.parent(of: territory)
    let cube = try input.cube(scope)
    let places = try input.cubePlaces(scope, level: territory.level)
    let members = places.members(of: cube)
    let siblings = SiblingPlaces(
      cube, places: places, members: members, code: territory.code, windows: request.windows,
      poolsSources: request.poolsSources, rules: request.disclosure.secrecy,
      smooths: territory.level != .region)
    let isWhole = scope.territory == nil
    let own = places.codes.firstIndex(of: territory.code).map { cube.only(members[$0]) }
    return (isWhole ? own : nil, siblings)
  }

  /// What may be shown of each signal, with its share drawn towards the region's in a place smaller than a region.
  private func rows(
    _ table: SignalTable, _ siblings: SiblingPlaces?, _ request: SignalRequest,
    _ isKept: (String, Bool) -> Bool
  ) -> [SignalRow] {
    let disclosure = request.disclosure
    return table.signals.map { signal in
      let id = signal.family.id
      func hides(_ recent: Bool) -> Bool {
        guard let rules = disclosure.secrecy else { return false }
        return siblings?.isHidden(id, recent: recent, rules: rules) ?? false || isKept(id, recent)
      }
      // What nobody asks for in the place says nothing that the region does not.
      return SignalRow(
        signal, disclosure: disclosure, hidesReference: hides(false), hidesRecent: hides(true),
        smoothed: signal.offersRecent > 0 ? siblings?.smoothed(id) : nil)
    }
  }

  /// Signals in every territory of a level, and the fingerprint they bear.
  ///
  /// - Throws: what the input throws.
  public func map(
    _ input: some CubeReading, _ request: SignalRequest, level: Territory.Level, names: [Territory]
  ) throws -> (map: SignalMap, fingerprint: String) {
    let map = try SignalMap(input, request, level: level, names: names, lexicon: lexicon)
    return (map, map.fingerprint)
  }

  /// The offers behind a family, in ascending order of rows; the employer is -1 when unknown.
  public func offers(
    of family: String, _ input: some CubeReading, _ request: SignalRequest
  ) throws -> [(offer: Int64, isRecent: Bool, employer: Int32)] {
    let cube = try input.cube(request.scope)
    let sample = SignalSample(cube, windows: request.windows, poolsSources: request.poolsSources)
    guard let place = sample.families.firstIndex(where: { cube.familyNames[$0] == family }) else { return [] }
    return sample.asking[place].map(Int.init).map {
      (sample.offers[$0], sample.isRecent[$0], sample.employers[$0])
    }
  }

  /// What is thrown where no offer of a scope stands in either window.
  public static func nothing(in scope: String, _ windows: SignalWindows) -> ReadingError {
    ReadingError(
      Finding(
        severity: .failure, code: "SIGNAL-001", file: scope,
        message: "aucune offre avec texte dans \(SignalWindows.text(windows.reference)) ni dans "
          + "\(SignalWindows.text(windows.recent)).",
        advice: "Importez des offres, ou choisissez d’autres périodes ou un périmètre plus large."))
  }

  /// Refuses offers of which one of the windows holds none, and says which months there are.
  ///
  /// - Parameters:
  ///   - cube: offers of the scope; those of other months than the windows' may be missing.
  ///   - input: where all of them are.
  /// - Throws: `ReadingError` `SIGNAL-001`, and what the input throws.
  public static func requireBothWindows(
    _ cube: CubeColumns, of input: some CubeReading, _ request: SignalRequest
  ) throws {
    let windows = request.windows
    var months = cube.months.filter { $0 >= 0 }.map(Int.init)
    let missing = [
      months.contains(where: windows.reference.contains)
        ? nil : "la période de référence \(SignalWindows.text(windows.reference))",
      months.contains(where: windows.recent.contains)
        ? nil : "la période \(SignalWindows.text(windows.recent))",
    ].compactMap { $0 }
    guard !missing.isEmpty else { return }
    var scope = request.scope
    scope.months = nil
    months = try input.cube(scope).months.filter { $0 >= 0 }.map(Int.init)
    let known =
      if let first = months.min(), let last = months.max() {
        "Les offres datées de ce périmètre vont de \(SignalWindows.text(month: first)) à "
          + "\(SignalWindows.text(month: last))\u{A0}; choisissez des périodes qui en contiennent."
      } else {
        "Aucune offre datée de ce périmètre n’est dans le magasin\u{A0}: importez-en ou élargissez le périmètre."
      }
    throw ReadingError(
      Finding(
        severity: .failure, code: "SIGNAL-001", file: request.title,
        message: "aucune offre collectée dans \(missing.joined(separator: " ni dans ")).", advice: known))
  }
}
