public import Taxonomy

extension ImportRecord {
  /// Whether records were read and every one of them was set aside: the file has brought nothing, which is hardly what
  /// was meant.
  public var isWhollySetAside: Bool {
    counts.quarantined > 0 && counts.ingested == 0 && counts.duplicates == 0
  }

  /// What to say of a file that brought nothing.
  ///
  /// - Parameter first: why its first record was set aside.
  /// - Returns: `nil` when it brought something, or could not be read to its end, which is said already.
  public func nothingKept(because first: Finding?) -> Finding? {
    guard isWhollySetAside, state == .finished else { return nil }
    let what =
      counts.quarantined == 1
      ? "son seul enregistrement est mis de côté"
      : "ses \(FrenchNumber.integer(counts.quarantined)) enregistrements sont tous mis de côté"
    let why = first.map { " Première raison [\($0.code)]\u{A0}: \($0.message)" } ?? ""
    return Finding(
      severity: .failure, code: "IMPORT-001", file: file,
      message: "rien n’a été intégré\u{A0}: \(what).\(why)",
      advice: (first.map { $0.advice + " " } ?? "")
        + "Corrigez le fichier, ou dites comment le lire (format, colonnes), puis importez-le de nouveau.")
  }
}
