public import Taxonomy

/// Brings tables of recruitment tension into a store.
public struct TensionImporter {
  let store: Store
  let today: CalendarDate

  /// Makes the value from its parts.
  public init(store: Store, today: CalendarDate) {
    self.store = store
    self.today = today
  }

  /// Imports tables and, when given, the passage from FAP to ROME and the names of the families.
  ///
  /// - Returns: the journal record (kind `referential`); `failed` when nothing could be read.
  public func importFiles(_ paths: [String]) throws -> ImportRecord {
    let id = try store.beginImport(
      .referential, file: paths.joined(separator: ", "),
      digest: paths.count == 1 ? InputDigest.digest(paths[0]) : nil, today: today)
    do {
      let reader = try TensionReader(paths: paths)
      let changed = try store.keep(tension: reader.records, links: reader.links, labels: reader.labels)
      var counts = ImportCounts()
      counts.count(reader.findings)
      counts.quarantined = reader.rejected
      let good = reader.lines - reader.rejected
      if changed > 0 { counts.ingested = good } else { counts.duplicates = good }
      var findings = reader.findings
      let tables = try store.tensionTables()
      if tables.lines > 0, tables.links == 0, reader.records.contains(where: { $0.key.nomenclature == .fap })
      {
        findings.append(
          Finding(
            severity: .warning, code: "TENSION-006", file: paths.joined(separator: ", "),
            message:
              "les métiers sont des familles professionnelles (FAP), et la table de passage vers le ROME manque.",
            advice: "Importez aussi la table de passage de la Dares (passage_fap2009_romev3.txt)."))
      }
      try store.journal(counts, findings: findings, import: id)
      return try store.closeFinished(id)
    } catch let error as ReadingError {
      return try store.closeFailed(id, error.finding)
    }
  }
}
