/// What can be wrong with an input before its content is looked at.
enum InputFindings {
  static func missing(_ file: String) -> ReadingError {
    failure(
      "ENTREE-001", file, "le fichier ou le dossier n’existe pas, ou ne peut pas être lu.",
      "Vérifiez le chemin et les droits de lecture.")
  }

  static func emptyFolder(_ file: String) -> ReadingError {
    failure(
      "ENTREE-002", file, "le dossier ou l’archive ne contient aucun fichier.",
      "Indiquez le dossier qui contient les fichiers décompressés, ou l’archive d’origine.")
  }

  /// - Parameter reason: what the library said, English.
  static func damaged(_ file: String, reason: String) -> ReadingError {
    failure(
      "ENTREE-003", file, "l’archive est tronquée ou abîmée (libarchive\u{A0}: \(reason)).",
      "Téléchargez de nouveau le fichier\u{A0}; ce qui précède le défaut a été lu.")
  }

  static func unreadable(_ file: String, reason: String) -> ReadingError {
    failure(
      "ENTREE-004", file, "le fichier ne peut pas être ouvert (libarchive\u{A0}: \(reason)).",
      "Attendu\u{A0}: fichier simple, gzip, zstd, zip ou dossier.")
  }

  static func tooLarge(_ file: String, limit: Int) -> ReadingError {
    failure(
      "ENTREE-005", file, "le fichier dépasse \(limit) octets, la taille admise ici.",
      "Vérifiez qu’il s’agit du bon fichier, ou découpez-le.")
  }

  static func bomb(_ file: String) -> ReadingError {
    failure(
      "ENTREE-006", file,
      "le contenu est démesuré pour la taille de l’archive\u{A0}; la lecture s’arrête là.",
      "Une archive de textes ne se compresse jamais autant\u{A0}: vérifiez sa provenance, ou décompressez-la vous-même."
    )
  }

  static func locked(_ file: String) -> ReadingError {
    failure(
      "ENTREE-008", file, "l’archive est protégée par un mot de passe.",
      "Décompressez-la vous-même, et donnez le fichier.")
  }

  static func tooDeep(_ file: String, limit: Int) -> ReadingError {
    failure(
      "ENTREE-007", file,
      "des archives sont emboîtées sur plus de \(limit) niveaux\u{A0}; celle-ci n’est pas ouverte.",
      "Décompressez-la vous-même, ou vérifiez sa provenance.")
  }

  private static func failure(
    _ code: String, _ file: String, _ message: String, _ advice: String
  ) -> ReadingError {
    ReadingError(Finding(severity: .failure, code: code, file: file, message: message, advice: advice))
  }
}
