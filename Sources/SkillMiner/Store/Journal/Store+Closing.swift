import Taxonomy

extension Store {
  /// Closes an import that was read to its end and returns its record.
  func closeFinished(_ id: Int64) throws -> ImportRecord { try close(id, failure: nil) }

  /// Closes an import that could not be read to its end and returns its record.
  func closeFailed(_ id: Int64, _ failure: Finding) throws -> ImportRecord { try close(id, failure: failure) }

  private func close(_ id: Int64, failure: Finding?) throws -> ImportRecord {
    try endImport(id, failure: failure)
    guard let record = try importRecord(id) else {
      throw StoreError.corrupt(path, detail: "import \(id) absent du journal")
    }
    return record
  }
}
