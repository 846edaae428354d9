/// The figures for programs.
public enum EvaluationJSON {
  /// One object; figures have at most six decimals.
  public static func text(_ evaluation: Evaluation, _ context: EvaluationContext) -> String {
    let tally = evaluation.tally
    return JSONOutput.text(
      .object([
        ("offers", .integer(evaluation.offers.count)),
        ("without_prediction", .integer(evaluation.unpredicted)),
        ("figures", .array(evaluation.figures.map { figure($0, tally) })),
        ("kinds", .array(GoldWords.kinds.compactMap { kind($0.word, evaluation.hits($0.kind)) })),
        ("letters", .array(evaluation.byLetter().map { letter($0.letter, $0.offers, $0.tally) })),
        ("gold_digest", .string(context.gold)),
        ("taxonomy", .string(context.taxonomy)),
        ("lexicon_digest", .string(context.lexicon)),
        ("occupation_used", .bool(context.usesOccupation)),
        ("code_version", .string(Version.current)),
      ]))
  }

  private static func figure(_ measured: Evaluation.Measured, _ tally: OfferTally) -> JSONOutput.Value {
    .object([
      ("name", .string(measured.figure.rawValue)), ("value", .number(measured.value)),
      ("low", .number(measured.low)), ("high", .number(measured.high)),
      ("n", .array(measured.figure.sizes(tally).map { .integer($0) })),
    ])
  }

  private static func kind(
    _ word: String, _ hits: (found: OfferTally.Hits, linked: OfferTally.Hits)
  ) -> JSONOutput.Value? {
    guard hits.found.all > 0 else { return nil }
    return .object([
      ("kind", .string(word)), ("detection R", .number(hits.found.ratio)), ("n", .integer(hits.found.all)),
      ("normalisation", hits.linked.all == 0 ? .null : .number(hits.linked.ratio)),
      ("linked_n", .integer(hits.linked.all)),
    ])
  }

  private static func letter(_ letter: String, _ offers: Int, _ tally: OfferTally) -> JSONOutput.Value {
    .object([
      ("letter", .string(letter)), ("offers", .integer(offers)),
      (
        "figures",
        .array(
          EvaluationFigure.allCases.map { figure in
            .object([
              ("name", .string(figure.rawValue)), ("value", .number(figure.value(tally))),
              ("n", .array(figure.sizes(tally).map { .integer($0) })),
            ])
          })
      ),
    ])
  }
}
