public import Taxonomy

/// Brings certification referentials into a store. A source that speaks of a known certification completes it.
public struct ReferentialImporter {
  /// Certifications of an XML export that are held at a time.
  static let batch = 500

  let store: Store
  let today: CalendarDate

  /// Makes the value from its parts.
  public init(store: Store, today: CalendarDate) {
    self.store = store
    self.today = today
  }

  /// Imports files in order: the XML or CSV export (zip or folder) or JSON lines, recognised by content.
  ///
  /// - Returns: one journal record a file; its state is `failed` when the file could not be read to its end.
  public func importFiles(_ paths: [String]) throws -> [ImportRecord] { try paths.map { try importFile($0) } }

  /// Imports certifications at hand, such as the embedded ones.
  public func importCertifications(
    _ certifications: [Certification], findings: [Finding] = [], file: String
  ) throws -> ImportRecord {
    let id = try store.beginImport(.referential, file: file, digest: nil, today: today)
    return try keep(certifications, findings: findings, import: id)
  }

  private func importFile(_ path: String) throws -> ImportRecord {
    let id = try store.beginImport(.referential, file: path, digest: InputDigest.digest(path), today: today)
    do {
      let (findings, succession) = try CertificationReader.read(path: path, batch: Self.batch) {
        _ = try store.ingest($0, import: id)
      }
      try store.addSuccessors(succession)
      return try keep([], findings: findings, import: id)
    } catch let error as ReadingError {
      return try store.closeFailed(id, error.finding)
    }
  }

  private func keep(
    _ certifications: [Certification], findings: [Finding], import id: Int64
  ) throws -> ImportRecord {
    let failure = findings.first { $0.severity == .failure }
    _ = try store.ingest(certifications, findings: findings.filter { $0.severity != .failure }, import: id)
    if let failure { return try store.closeFailed(id, failure) }
    return try store.closeFinished(id)
  }
}
