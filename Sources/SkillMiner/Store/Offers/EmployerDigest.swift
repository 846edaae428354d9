import GRDB
import Taxonomy

/// What the store tells employers apart by: a digest of their name, so that counts need no name and a purge leaves none.
///
/// Who holds a list of names can still recognise them: this is a pseudonym in the sense of the GDPR, not anonymity.
enum EmployerDigest {
  /// `#` and eighty bits in hexadecimal. What is a digest already stays as it is.
  static func of(_ key: String) -> String {
    isDigest(key) ? key : "#" + SHA256.digest(Array(key.utf8)).prefix(20)
  }

  /// Replaces the names an older program kept, and counts the cube again with the digests.
  static func replaceNames(_ db: Database) throws {
    let replace = try db.makeStatement(sql: "UPDATE offer SET employer_key = ? WHERE employer_key = ?")
    let keys = try String.fetchAll(
      db, sql: "SELECT DISTINCT employer_key FROM offer WHERE employer_key IS NOT NULL ORDER BY 1")
    for key in keys where !isDigest(key) { try replace.execute(arguments: [of(key), key]) }
    try db.execute(sql: "DELETE FROM cube_employer")
    try CubeWriter.readAll(db)
  }

  private static func isDigest(_ key: String) -> Bool {
    key.utf8.count == 21 && key.hasPrefix("#") && key.dropFirst().allSatisfy(\.isHexDigit)
  }
}
