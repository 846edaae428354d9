import Taxonomy

/// The columns both terminal reports share: one line a family, under a heading for the certification.
enum FamilyTable {
  static let table = TextTable(columns: [
    .init("N°", width: 3, .right), .init("Compétence demandée", width: 38), .init("Besoin", width: 6, .right),
    .init("Intervalle", width: 10, .right), .init("Offres", width: 9, .right),
    .init("Empl.", width: 5, .right),
    .init("Terr.", width: 5, .right), .init("Dans bloc", width: 9),
  ])

  static func row(_ number: String, _ f: CertificationAssessment.Family) -> String {
    let d = f.demand
    return table.row([
      number, f.family.label, FrenchNumber.percent(d.share),
      FrenchNumber.percentRange(d.interval.lower, d.interval.upper),
      FrenchNumber.count(d.offers, of: d.offersTotal), FrenchNumber.integer(d.employers),
      FrenchNumber.integer(d.territories), FrenchWords.verdict(f.verdict.level),
    ])
  }

  /// `RNCP34860 Préparateur de commandes en entrepôt · niveau 3 · expirée`, cut to the width of the table.
  static func heading(_ c: Certification, notes: [String]) -> String {
    let level = c.level.map { ["niveau \($0)"] } ?? []
    let notes = ([""] + level + notes).joined(separator: " · ")
    let room = max(20, table.width - TextTable.cells(of: notes))
    return TextTable.fit(TextTable.fit("\(c.code) \(c.title)", room) + notes, table.width)
  }

  /// What stands under every table.
  static func foot(_ result: AnalysisResult) -> String {
    let window = result.window.map {
      " du \(FrenchWords.date($0.lowerBound)) au \(FrenchWords.date($0.upperBound))"
    }
    let lines = [
      "Besoin\u{A0}: part des offres collectées distinctes des métiers visés qui demandent la compétence\u{A0}; intervalle de "
        + "Wilson à 95\u{A0}% sur l’effectif efficace (offres d’un même employeur liées).",
      "Offres collectées analysées\u{A0}: \(FrenchNumber.integer(result.offers))\(window ?? ""). Elles ne montrent "
        + "pas tous les recrutements.",
      "Versions\u{A0}: \(result.releases.text). Jour de l’analyse\u{A0}: \(FrenchWords.date(result.today)).",
    ].flatMap { TextTable.wrapped($0, table.width) }
    return (lines + ["Empreinte\u{A0}: \(result.fingerprint)"]).joined(separator: "\n") + "\n"
  }
}
