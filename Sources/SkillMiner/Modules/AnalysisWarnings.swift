import Taxonomy

/// What the reader of a result has to know before any figure, in French.
enum AnalysisWarnings {
  static func all(
    assessments: [CertificationAssessment], sample: OfferSample, today: CalendarDate, unread: Int
  ) -> [Finding] {
    var warnings = [UnreadWarning.finding(unread, file: "analyse")].compactMap { $0 }
    func warn(_ code: String, _ message: String, _ advice: String) {
      warnings.append(
        Finding(severity: .warning, code: code, file: "analyse", message: message, advice: advice))
    }
    if assessments.isEmpty {
      warn(
        "ANALYSE-001", "aucune certification n’est chargée.",
        "Importer un référentiel\u{A0}: miner-daemon import referential FICHIER.")
    }
    if sample.offers.isEmpty {
      warn(
        "ANALYSE-002", "aucune offre collectée ne relève des métiers visés par les certifications.",
        "Importer des offres (miner-daemon import offers FICHIER) ou élargir la période.")
    }
    func count(_ status: CertificationAssessment.Status) -> Int {
      assessments.count { $0.status == status }
    }
    let withoutText = count(.withoutText)
    if withoutText > 0 {
      warn(
        "ANALYSE-003",
        "\(certifications(withoutText)) sans texte de compétences\u{A0}: non évaluable\(s(withoutText)).",
        "Importer un référentiel avec le texte des blocs (l’export CSV officiel n’en a pas).")
    }
    let withoutOccupation = count(.withoutOccupation)
    if withoutOccupation > 0 {
      warn(
        "ANALYSE-004", "\(certifications(withoutOccupation)) sans métier relié, ni officiel ni proposé.",
        "Compléter les codes ROME du référentiel.")
    }
    let withoutOffers = count(.withoutOffers)
    if withoutOffers > 0 {
      warn(
        "ANALYSE-005",
        "\(certifications(withoutOffers)) sans offre collectée dans les métiers visés\u{A0}: données insuffisantes.",
        "Importer des offres de ces métiers ou élargir la période.")
    }
    for assessment in assessments where !assessment.links.unknown.isEmpty {
      let codes = assessment.links.unknown.map(\.description).joined(separator: ", ")
      warn(
        "ANALYSE-006",
        "\(assessment.certification.code)\u{A0}: code ROME inconnu de la version chargée (\(codes)).",
        "Vérifier le code ou charger la version du ROME qui le porte.")
    }
    if let last = sample.window?.upperBound, last > today {
      warn(
        "ANALYSE-007", "des offres sont datées après le jour de l’analyse (jusqu’au \(last)).",
        "Vérifier les dates de la source, ou l’option --today.")
    }
    return warnings
  }

  private static func certifications(_ n: Int) -> String { "\(n) certification\(s(n))" }

  private static func s(_ n: Int) -> String { n > 1 ? "s" : "" }
}
