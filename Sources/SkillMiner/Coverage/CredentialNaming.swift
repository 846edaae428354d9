/// Tells a text that names a certificate from one that only teaches the gesture: « CACES R489 » against « conduire un
/// chariot élévateur ».
enum CredentialNaming {
  /// Words that announce a certificate, folded and singular.
  static let genericWords: Set<String> = [
    "accreditation", "agrement", "attestation", "autorisation", "brevet", "cace", "caces", "carte",
    "certibiocide",
    "certificat", "certification", "certifie", "certifiee", "certiphyto", "diplome", "habilitation",
    "habilite",
    "habilitee", "licence", "permis", "permi", "qualification", "qualifie", "qualifiee", "secouriste",
    "titre",
  ]

  /// Acronyms of labels that belong to many certificates, or to the machine and not to its certificate.
  static let commonAcronyms: Set<String> = ["cqp", "pemp", "rge"]

  /// Whether words name a certificate: one of the words above, a reference such as R489 or B1V, or an acronym of the
  /// family.
  static func isNamed(_ words: PlainWords, acronyms: Set<String>) -> Bool {
    words.words.contains { genericWords.contains($0) || isReference($0) || acronyms.contains($0) }
  }

  /// `r489`, `b1v`, `h0`: a letter first and a figure behind. A category (`1a`, `3`) names nothing by itself.
  static func isReference(_ word: String) -> Bool {
    guard let first = word.utf8.first, first >= 0x61, first <= 0x7A else { return false }
    return word.utf8.dropFirst().contains { $0 >= 0x30 && $0 <= 0x39 }
  }
}
