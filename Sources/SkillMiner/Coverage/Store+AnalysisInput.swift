extension Store: AnalysisInput {
  /// Overrulings of reviewers, those taken back included, by certification and family.
  public func allOverrulings() throws -> [StandingOverruling] {
    try reviewDocuments(.overruling).map { document in
      do {
        return try AuditJSON.value(StandingOverruling.self, from: document.body)
      } catch is DecodingError {
        throw StoreError.corrupt(path, detail: "avis de relecteur \(document.id)")
      }
    }
  }

  /// Overrulings that hold.
  public func overrulings() throws -> [StandingOverruling] {
    try allOverrulings().filter { !$0.isRestored }
  }
}
