/// The figures for a terminal, in French, with the size beside every figure.
public enum EvaluationTable {
  /// Three tables: figures, kinds, grand domains; then what they were made with.
  public static func text(_ evaluation: Evaluation, _ context: EvaluationContext) -> String {
    let count = evaluation.offers.count
    let offers = FrenchNumber.integer(count) + (count < 2 ? " offre annotée" : " offres annotées")
    return [
      "\(offers), dont \(FrenchNumber.integer(evaluation.unpredicted)) sans mention lue\n",
      figures(evaluation), kinds(evaluation), letters(evaluation),
      context.lines.joined(separator: "\n") + "\n",
    ].joined(separator: "\n")
  }

  private static func figures(_ evaluation: Evaluation) -> String {
    table(
      ["mesure", "valeur", "intervalle à 95\u{A0}%", "n"],
      evaluation.figures.map { measured in
        [
          measured.figure.name, decimal(measured.value),
          "\(decimal(measured.low))–\(decimal(measured.high))",
          size(measured.figure.sizes(evaluation.tally)),
        ]
      })
  }

  private static func kinds(_ evaluation: Evaluation) -> String {
    table(
      ["genre", "repérées", "n", "code juste", "n"],
      GoldWords.kinds.compactMap { _, kind in
        let hits = evaluation.hits(kind)
        guard hits.found.all > 0 else { return nil }
        return [
          GoldWords.name(kind), decimal(hits.found.ratio), size([hits.found.all]),
          hits.linked.all == 0 ? "–" : decimal(hits.linked.ratio), size([hits.linked.all]),
        ]
      })
  }

  private static func letters(_ evaluation: Evaluation) -> String {
    let figures: [(EvaluationFigure, String)] = [
      (.detectionPrecision, "précision"), (.detectionRecall, "rappel"), (.normalisation, "code juste"),
      (.endToEndF1, "bout en bout F1"), (.stance, "posture"),
    ]
    return table(
      ["ROME", "offres"] + figures.flatMap { [$0.1, "n"] },
      evaluation.byLetter().map { letter, offers, tally in
        [letter, FrenchNumber.integer(offers)]
          + figures.flatMap { [decimal($0.0.value(tally)), size($0.0.sizes(tally))] }
      })
  }

  /// Columns as wide as their widest cell, the first aligned to the left.
  private static func table(_ titles: [String], _ rows: [[String]]) -> String {
    let columns = titles.indices.map { column in
      TextTable.Column(
        titles[column],
        width: ([titles] + rows).map { TextTable.cells(of: $0[column]) }.max() ?? 0,
        column == 0 ? .left : .right)
    }
    let table = TextTable(columns: columns)
    return ([table.header] + rows.map(table.row)).joined(separator: "\n") + "\n"
  }

  /// Rounded as the score sheet rounds, so that the two agree to the digit.
  private static func decimal(_ value: Double) -> String {
    EvaluationScore.three(value).split(separator: ".").joined(separator: ",")
  }

  private static func size(_ sizes: [Int]) -> String {
    sizes.map(FrenchNumber.integer).joined(separator: " + ")
  }
}
