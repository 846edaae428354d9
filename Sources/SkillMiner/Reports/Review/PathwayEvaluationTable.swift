/// The indicators of a pathway since its start, for a terminal and a spreadsheet.
public enum PathwayEvaluationTable {
  /// The table.
  ///
  /// - Parameter result: the analysis that coverage now is taken from.
  public static func text(
    _ series: EvaluationSeries, of pathway: Pathway, in result: AnalysisResult
  ) -> String {
    var out = "Parcours n°\u{A0}\(pathway.number), \(pathway.title)\n\(pathway.certification)\n"
    out += "État\u{A0}: \(pathway.state.french). Suivi depuis le \(series.start).\n\n"
    let table = TextTable(columns: [
      .init("mois", width: 8), .init("offres du métier", width: 16, .right),
      .init("demandent", width: 10, .right),
      .init("part", width: 6, .right), .init("forment", width: 8, .right),
      .init("employeurs", width: 10, .right),
    ])
    out += table.header + "\n"
    for month in series.months {
      let share = month.offersTotal > 0 ? Double(month.offers) / Double(month.offersTotal) : nil
      out +=
        table.row([
          month.month, FrenchNumber.integer(month.offersTotal), FrenchNumber.integer(month.offers),
          share.map(FrenchNumber.percent) ?? "–", FrenchNumber.integer(month.provided),
          FrenchNumber.integer(month.employers),
        ]) + "\n"
    }
    out += "\n"
    if let naming = series.namingCredential {
      out += "Offres qui nomment le certificat depuis le début\u{A0}: \(FrenchNumber.integer(naming))\n"
    }
    for coverage in series.coverage {
      let label = pathway.families.first { $0.id == coverage.family }?.label ?? coverage.family
      out += "\(label)\u{A0}: \(PortfolioReview.french(coverage.before)) à l’origine, "
      out +=
        coverage.now.map { PortfolioReview.french($0) + " aujourd’hui\n" } ?? "plus évaluable aujourd’hui\n"
    }
    out += "Versions\u{A0}: \(result.releases.text)\n"
    for warning in PortfolioReview.warnings([pathway], against: result) {
      out += "À savoir\u{A0}: \(warning)\n"
    }
    return out
  }

  /// One line a month.
  public static func csv(_ series: EvaluationSeries, of pathway: Pathway) -> String {
    var csv = CSVOutput(header: [
      "parcours", "module", "mois", "offres_total", "offres", "offres_formation_assuree", "employeurs",
    ])
    for month in series.months {
      csv.add([
        String(pathway.number), pathway.title, month.month, String(month.offersTotal), String(month.offers),
        String(month.provided), String(month.employers),
      ])
    }
    return csv.text
  }
}
