/// What an examination of a store found.
public struct StoreHealth: Sendable {
  /// Something that is not as it should be.
  public struct Problem: Hashable, Sendable {
    /// Permanent code, as in `DOCTOR-002`.
    public let code: String
    /// French: what is wrong.
    public let message: String
    /// French: what to do.
    public let advice: String
  }

  /// Steps of the schema the file has run.
  public let schemaVersion: Int
  /// Version of the library.
  public let sqliteVersion: String
  /// Whether SQLite carries its full-text index.
  public let hasFullText: Bool
  /// Rows by table, in the order of the pipeline.
  public let counts: [(table: String, rows: Int)]
  /// Name and digest of the release that counts.
  public let release: (name: String, digest: String)?
  /// Everything that is not as it should be.
  public let problems: [Problem]
}
