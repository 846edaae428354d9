import Taxonomy

/// What the reader of a table of signals has to know before any figure, in French.
enum SignalWarnings {
  static func all(_ table: SignalTable, cube: CubeColumns, request: SignalRequest) -> [Finding] {
    var warnings = [UnreadWarning.finding(cube.unread, file: "signaux")].compactMap { $0 }
    func warn(_ code: String, _ message: String, _ advice: String) {
      warnings.append(
        Finding(severity: .warning, code: code, file: "signaux", message: message, advice: advice))
    }
    if !table.controlsSeason {
      warn(
        "SIGNAL-010",
        "la saison n’est pas contrôlée\u{A0}: "
          + (request.windows.areSameMonths
            ? "les offres sont trop peu nombreuses pour être comparées mois par mois."
            : "les deux périodes n’ont pas les mêmes mois de l’année."),
        request.windows.areSameMonths
          ? "Élargir le périmètre." : "Prendre les mêmes mois de deux années différentes.")
    }
    if !table.brokenSources.isEmpty {
      warn(
        "SIGNAL-011",
        "rupture de source\u{A0}: \(table.brokenSources.joined(separator: ", ")) "
          + (table.brokenSources.count > 1
            ? "apparaissent, disparaissent ou changent" : "apparaît, disparaît ou change")
          + " de volume de plus de ×\u{A0}3 entre les périodes.",
        request.poolsSources
          ? "Ne rien conclure de ce tableau\u{A0}: il mêle les sources."
          : "Les offres ne sont comparées qu’à l’intérieur de chaque source\u{A0}; vérifier la collecte.")
    }
    if table.comparableShare < request.rules.comparableShare {
      warn(
        "SIGNAL-012",
        "\(percent(table.comparableShare)) seulement des offres ont leur pareil (même métier, même source, même saison) "
          + "dans l’autre période.",
        "Les signaux ne portent que sur elles\u{A0}; collecter les mêmes sources aux deux périodes.")
    }
    if table.unknownEmployers > 0.25 {
      warn(
        "SIGNAL-013", "l’employeur de \(percent(table.unknownEmployers)) des offres est inconnu.",
        "Leurs offres sont tenues pour indépendantes sauf texte presque identique\u{A0}; lire les intervalles avec prudence."
      )
    }
    let (before, after) = table.detail
    if before > 0, after > 0, max(before / after, after / before) > request.rules.detailChange {
      warn(
        "SIGNAL-016",
        "à métier et source égaux, une offre demande en moyenne \(FrenchNumber.decimal(after)) compétences au lieu de "
          + "\(FrenchNumber.decimal(before))\u{A0}: les textes recueillis ont changé, et presque toutes les parts avec eux.",
        after < before
          ? "Ne pas lire les déclins comme ceux de compétences\u{A0}; vérifier ce que la source garde des offres anciennes."
          : "Ne pas lire les hausses comme celles de compétences\u{A0}; vérifier ce que la source garde des offres anciennes."
      )
    }
    if request.poolsSources {
      warn(
        "SIGNAL-014",
        "les sources sont mêlées\u{A0}: ce qui distingue deux sources passe pour un changement.",
        "Ne pas publier ce tableau\u{A0}; retirer --pool-sources.")
    }
    if request.scope.sectors != nil {
      warn(
        "SIGNAL-015", "seules les offres dont la source donne le code NAF sont comptées.",
        "Une filière ou des métiers cernent mieux un secteur quand les codes NAF manquent.")
    }
    return warnings
  }

  private static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded()))\u{A0}%" }
}
