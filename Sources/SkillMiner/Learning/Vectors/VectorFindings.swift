public import Taxonomy

/// What keeps vectors from being trained or used; codes are permanent.
public enum VectorFindings {
  static func libraryMissing() -> Finding {
    Finding(
      severity: .failure, code: "LEXIQUE-012", file: "lexicon train",
      message: "ce programme a été compilé sans libfasttext, qui apprend les vecteurs.",
      advice:
        "Installer le paquet Debian libfasttext-dev (apt install libfasttext-dev), puis recompiler (make build)\u{A0}; lire avec des vecteurs déjà appris n’en a pas besoin."
    )
  }

  static func tooFew(_ count: Int, of needed: Int, store: String) -> Finding {
    Finding(
      severity: .failure, code: "LEXIQUE-013", file: store,
      message: count == 0
        ? "ce magasin n’a pas de texte d’offre à lire."
        : "\(FrenchWords.count(count, "offre distincte ne suffit", "offres distinctes ne suffisent")) pas à apprendre des vecteurs.",
      advice: "En importer au moins \(FrenchNumber.integer(needed)), puis relancer.")
  }

  static func failed(_ message: String) -> Finding {
    Finding(
      severity: .failure, code: "LEXIQUE-014", file: "libfasttext",
      message: "l’apprentissage a échoué («\u{A0}\(message)\u{A0}»)\u{A0}; rien n’a changé.",
      advice: "Libérer de la mémoire et de la place dans le dossier temporaire (TMPDIR), puis relancer.")
  }

  static func unwritable(_ folder: String) -> Finding {
    Finding(
      severity: .failure, code: "LEXIQUE-015", file: folder,
      message: "le texte d’apprentissage n’a pas pu être écrit en entier\u{A0}; rien n’a changé.",
      advice: "Libérer de la place, ou choisir un autre dossier temporaire (TMPDIR), puis relancer.")
  }

  /// Vectors that stand in a store and are not used.
  ///
  /// - Parameter release: name of the release that counts.
  public static func stale(_ origin: TrainedVectors.Origin, release: String) -> Finding {
    Finding(
      severity: .warning, code: "LEXIQUE-016", file: release,
      message:
        "les vecteurs de ce magasin ont été appris le \(FrenchWords.date(origin.trained)) avec \(origin.releaseName)\u{A0}; ils ne servent pas avec cette version.",
      advice:
        "Les apprendre de nouveau («\u{A0}miner-daemon lexicon train\u{A0}»), ou les retirer («\u{A0}lexicon train --remove\u{A0}»)."
    )
  }
}
