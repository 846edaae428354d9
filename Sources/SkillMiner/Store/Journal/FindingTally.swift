import GRDB
import Taxonomy

/// Findings about records that were kept, on their way into the journal: counted for a batch, and the first of each code
/// written out.
struct FindingTally {
  private let importRow: Int64
  private var counts: [String: Int] = [:]
  /// How many of a code the journal holds in full.
  private var kept: [String: Int] = [:]

  init(import importRow: Int64) { self.importRow = importRow }

  /// Counts a finding, and writes it while few of its code are.
  mutating func add(_ finding: Finding, _ db: Database) throws {
    counts[finding.code, default: 0] += finding.count
    let before = try kept[finding.code] ?? keptBefore(finding.code, db)
    guard before < Store.findingsKeptPerCode else {
      kept[finding.code] = before
      return
    }
    try db.cachedStatement(
      sql: """
        INSERT INTO finding (import, severity, code, file, line, message, advice) VALUES (?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      importRow, finding.severity.rawValue, finding.code, finding.file, finding.line, finding.message,
      finding.advice,
    ])
    kept[finding.code] = before + 1
  }

  private func keptBefore(_ code: String, _ db: Database) throws -> Int {
    let count = try db.cachedStatement(sql: "SELECT count(*) FROM finding WHERE import = ? AND code = ?")
    return try Int.fetchOne(count, arguments: [importRow, code]) ?? 0
  }

  /// Writes the counts.
  mutating func flush(_ db: Database) throws {
    let add = try db.cachedStatement(
      sql: """
        INSERT INTO finding_count (import, code, count) VALUES (?, ?, ?)
        ON CONFLICT (import, code) DO UPDATE SET count = count + excluded.count
        """)
    for (code, count) in counts.sorted(by: { $0.key < $1.key }) {
      try add.execute(arguments: [importRow, code, count])
    }
    counts = [:]
  }
}
