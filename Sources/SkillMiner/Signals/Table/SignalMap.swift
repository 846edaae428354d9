public import Taxonomy

/// Signals of every family in every territory of a level: one published table, with one false discovery rate over all
/// of it, and cells kept back along the territories of each family.
public struct SignalMap: Sendable {
  /// Territories that hold offers, ascending by code.
  public let territories: [Territory]
  /// Rows by territory, in the order of `territories`, each strongest statement first.
  public let rows: [[SignalRow]]
  /// SHA-256 over what the map depends on.
  public let fingerprint: String
  /// What the offers of both windows were read with.
  public let releases: ReleaseSet
  /// How many hypotheses were tested.
  public let tested: Int

  /// Counts and decides.
  ///
  /// - Parameters:
  ///   - level: of the territories.
  ///   - names: territories with their names.
  ///   - lexicon: names families and is part of the fingerprint.
  /// - Throws: what the input throws.
  public init(
    _ input: some CubeReading, _ request: SignalRequest, level: Territory.Level, names: [Territory],
    lexicon: Lexicon, threads: Int = 2
  ) throws {
    let cube = try input.cube(request.scope)
    let places = try input.cubePlaces(request.scope, level: level)
    let members = places.members(of: cube)
    let used = places.codes.indices.filter { !members[$0].isEmpty }
    let studies = used.map {
      SignalStudy(
        cube.only(members[$0]), windows: request.windows, rules: request.rules,
        poolsSources: request.poolsSources, threads: threads)
    }
    let q = SignalStudy.qValues(studies.map(\.p))
    let tables = zip(studies, q).map {
      SignalTable($0, q: $1, families: lexicon.families, rules: request.rules)
    }
    let hidden = Self.hidden(tables, request.disclosure)
    rows = tables.indices.map { place in
      tables[place].signals.map { signal in
        let cell = hidden[signal.family.id]?[place]
        return SignalRow(
          signal, territory: places.codes[used[place]], disclosure: request.disclosure,
          hidesReference: cell?.reference ?? false, hidesRecent: cell?.recent ?? false)
      }
    }
    territories = used.map { place in
      let code = places.codes[place]
      return names.first { $0.level == level && $0.code == code }
        ?? Territory(level: level, code: code, name: code)
    }
    fingerprint = SignalFingerprint.digest(cube, request: request, lexicon: lexicon, level: level)
    tested = tables.reduce(0) { $0 + $1.tested }
    releases = ReleaseSet(lexicon: lexicon)
  }

  private static func hidden(
    _ tables: [SignalTable], _ disclosure: Disclosure
  ) -> [String: [Int: (reference: Bool, recent: Bool)]] {
    guard let rules = disclosure.secrecy else { return [:] }
    var lines: [String: [(place: Int, signal: Signal)]] = [:]
    for (place, table) in tables.enumerated() {
      for signal in table.signals { lines[signal.family.id, default: []].append((place, signal)) }
    }
    return lines.mapValues { line in
      let reference = SuppressedRow(
        line.map {
          SecrecyRules.Cell(offers: $0.signal.offersReference, employers: $0.signal.employersReference)
        },
        rules: rules)
      let recent = SuppressedRow(
        line.map { SecrecyRules.Cell(offers: $0.signal.offersRecent, employers: $0.signal.employersRecent) },
        rules: rules)
      var cells: [Int: (reference: Bool, recent: Bool)] = [:]
      for (index, entry) in line.enumerated() {
        cells[entry.place] = (reference.isHidden[index], recent.isHidden[index])
      }
      return cells
    }
  }
}
