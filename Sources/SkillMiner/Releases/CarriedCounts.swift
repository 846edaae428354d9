public import Taxonomy

/// Counts made with one release as counts of another: what passes, under which codes, and what does not.
///
/// Items that became one are added up where each was counted alone; such a sum may count an offer or an employer twice, and
/// is marked. What cannot be carried is listed with its counts, never dropped.
public struct CarriedCounts: Sendable {
  /// Counts under the items of the new release.
  public struct Row: Sendable {
    /// What the counts are of beside the items.
    public let context: [String]
    /// In the new release, ascending; empty for families that the lexicon has and the ROME has not.
    public let targets: [Competency]
    /// How the items passed, each way once.
    public let ways: [ReleaseMigration.Way]
    /// Lines of the table it comes from.
    public let sources: [CountedTable.Line]
    /// Codes of these lines that did not pass: the counts are then partly theirs.
    public let left: [OGRCode]
    /// By column; `nil` where one of the lines has none.
    public let counts: [Int?]

    /// Whether counts of several lines were added up: an upper bound.
    public var isSum: Bool { sources.count > 1 }
  }

  /// Counts that were not carried.
  public struct Loss: Sendable {
    /// The line of the table.
    public let line: CountedTable.Line
    /// What its items may have become, best first.
    public let proposals: [ReleaseMigration.Proposal]
    /// Whether the old release does not hold its items at all.
    public let isUnknown: Bool
  }

  /// Name of the old release.
  public let old: String
  /// Name of the new one.
  public let new: String
  /// Names of the columns that say what a line is about, and of those of counts.
  public let contexts: [String]
  /// Names of the columns of counts.
  public let columns: [String]
  /// In the order of the table.
  public let rows: [Row]
  /// In the order of the table.
  public let losses: [Loss]
  /// How many lines the table has.
  public let lines: Int

  /// Carries a table.
  public init(_ table: CountedTable, by migration: ReleaseMigration) {
    struct Key: Hashable {
      let context: [String]
      let targets: [OGRCode]
      let family: String
    }
    let steps = Dictionary(migration.steps.map { ($0.old.code, $0) }, uniquingKeysWith: { first, _ in first })
    let lost = Dictionary(migration.losses.map { ($0.old.code, $0) }, uniquingKeysWith: { first, _ in first })
    var places: [Key: Int] = [:]
    var rows: [Row] = []
    var losses: [Loss] = []
    for line in table.lines {
      let taken = line.codes.compactMap { steps[$0] }
      if taken.isEmpty, !line.codes.isEmpty {
        losses.append(
          Loss(
            line: line, proposals: Self.proposals(line.codes.compactMap { lost[$0] }),
            isUnknown: line.codes.allSatisfy { lost[$0] == nil }))
        continue
      }
      let targets = Self.targets(taken)
      // A written family stays what it is, whatever its items are called; single items that became one are added up.
      let isAlone = line.codes.count == 1
      let key = Key(context: line.context, targets: targets.map(\.code), family: isAlone ? "" : line.family)
      let row = Row(
        context: line.context, targets: targets, ways: Self.ways(taken), sources: [line],
        left: line.codes.filter { steps[$0] == nil }, counts: line.counts)
      if isAlone, let place = places[key] {
        rows[place] = Self.sum(rows[place], row)
      } else {
        if isAlone { places[key] = rows.count }
        rows.append(row)
      }
    }
    old = migration.old
    new = migration.new
    contexts = table.contexts
    columns = table.columns
    self.rows = rows
    self.losses = losses
    lines = table.lines.count
  }

  /// Share of the lines that were carried, 0 to 1.
  public var share: Double { lines == 0 ? 0 : Double(lines - losses.count) / Double(lines) }

  /// Sums of a column over what was carried and over what was not, and the share of the first; counts that are kept back
  /// are in neither.
  public func weight(of column: Int) -> (carried: Int, lost: Int, share: Double) {
    let carried = rows.flatMap(\.sources).reduce(0) { $0 + ($1.counts[column] ?? 0) }
    let lost = losses.reduce(0) { $0 + ($1.line.counts[column] ?? 0) }
    return (carried, lost, carried + lost == 0 ? 0 : Double(carried) / Double(carried + lost))
  }

  private static func targets(_ steps: [ReleaseMigration.Step]) -> [Competency] {
    var seen = Set<OGRCode>()
    return steps.map(\.new).filter { seen.insert($0.code).inserted }.sorted { $0.code < $1.code }
  }

  private static func ways(_ steps: [ReleaseMigration.Step]) -> [ReleaseMigration.Way] {
    ReleaseMigration.Way.allCases.filter { way in steps.contains { $0.way == way } }
  }

  private static func proposals(_ losses: [ReleaseMigration.Loss]) -> [ReleaseMigration.Proposal] {
    var seen = Set<OGRCode>()
    let all = losses.flatMap(\.proposals).filter { seen.insert($0.new.code).inserted }
    return Array(all.sorted { ($1.score, $0.new.code) < ($0.score, $1.new.code) }.prefix(3))
  }

  private static func sum(_ a: Row, _ b: Row) -> Row {
    Row(
      context: a.context, targets: a.targets,
      ways: ReleaseMigration.Way.allCases.filter { a.ways.contains($0) || b.ways.contains($0) },
      sources: a.sources + b.sources, left: a.left + b.left,
      counts: zip(a.counts, b.counts).map { x, y in x.flatMap { x in y.map { x + $0 } } })
  }
}
