/// Terms as a table for a terminal, CSV for `lexicon review` and JSON.
public enum TermsReport {
  private static let exampleColumns = 5
  private static let table = TextTable(columns: [
    .init("Terme", width: 34), .init("Classe", width: 14), .init("Offres", width: 11, .right),
    .init("Cotes", width: 6, .right), .init("q", width: 6, .right), .init("Empl.", width: 5, .right),
    .init("Flux", width: 4, .right), .init("C", width: 6, .right),
  ])

  /// - Parameter limit: terms shown; the others are counted.
  public static func table(_ result: TermResult, limit: Int) -> String {
    let windows = result.request.windows
    var out = "Termes nouveaux\u{A0}: \(result.request.title), \(SignalWindows.text(windows.recent)) "
    out += "comparé à \(SignalWindows.text(windows.reference))\n\n" + table.header + "\n"
    for term in result.terms.prefix(limit) { out += lines(term) }
    if result.terms.isEmpty { out += "Aucun terme n’a assez d’offres et d’employeurs.\n" }
    let hidden = result.terms.count - limit
    if hidden > 0 { out += "… et \(FrenchNumber.integer(hidden)) autre\(hidden > 1 ? "s" : "")\n" }
    return out + "\n\(FrenchNumber.integer(result.offers)) offres distinctes lues, "
      + "\(FrenchNumber.integer(result.tested)) termes testés. C\u{A0}: C-value. Rien n’est employé avant "
      + "« lexicon review » et « lexicon apply ».\n".replacing("« ", with: "«\u{A0}").replacing(
        " »", with: "\u{A0}»")
      + "Versions\u{A0}: \(result.releases.text).\nEmpreinte\u{A0}: \(result.fingerprint)\n"
  }

  private static func lines(_ term: Term) -> String {
    let row = term.row
    var out =
      table.row([
        term.phrase, FrenchWords.signal(row.kind),
        "\(FrenchWords.secret(row.offersReference)) → \(FrenchWords.secret(row.offersRecent))",
        row.oddsRatio.map { FrenchNumber.decimal($0, digits: 2) } ?? "–",
        row.q.map { $0 < 0.001 ? "<0,001" : FrenchNumber.decimal($0, digits: 3) } ?? "–",
        FrenchWords.secret(row.employers), FrenchNumber.integer(term.sources),
        FrenchNumber.decimal(term.cValue, digits: 0),
      ]) + "\n"
    if let example = term.examples.first {
      out += TextTable.fit("    «\u{A0}\(example.sentence)\u{A0}»", table.width) + "\n"
    }
    return out
  }

  /// One line a term. The column `code` is for the reviewer to fill, or `--code` and `--local` of `lexicon review`.
  public static func csv(_ result: TermResult) -> String {
    var csv = CSVOutput(
      header: [
        "rank", "phrase", "code", "label", "class", "offers_reference", "offers_recent", "odds_ratio", "q",
        "employers", "sources", "c_value", "demanded", "offers", "phrase_offers", "new_offers",
      ] + (1...exampleColumns).map { "example_\($0)" } + ["fingerprint"])
    for (rank, term) in result.terms.enumerated() {
      let row = term.row
      let examples = term.examples.prefix(exampleColumns).map { "[\($0.offer)] \($0.sentence)" }
      func whole(_ n: Int?) -> String { n.map(String.init) ?? "s" }
      let isSecret = row.hidesReference || row.hidesRecent
      let offers = isSecret ? "s" : String(term.offers)
      csv.add(
        [
          String(rank + 1), term.phrase, "", "", row.kind.rawValue, whole(row.offersReference),
          whole(row.offersRecent), row.oddsRatio.map(CSVOutput.number) ?? "",
          row.q.map(CSVOutput.number) ?? "", whole(row.employers), String(term.sources),
          CSVOutput.number((term.cValue * 100).rounded() / 100),
          CSVOutput.number((term.demanded * 1000).rounded() / 1000), offers, offers, offers,
        ] + examples + Array(repeating: "", count: exampleColumns - examples.count) + [result.fingerprint])
    }
    return csv.text
  }

  /// The whole document, ended by a line feed; what is kept back is `null`.
  public static func json(_ result: TermResult) -> String {
    func number(_ x: Double?) -> JSONOutput.Value { x.map { .number($0) } ?? .null }
    return JSONOutput.text(
      .object([
        ("fingerprint", .string(result.fingerprint)), ("releases", result.releases.json),
        ("offers", .integer(result.offers)),
        ("tested", .integer(result.tested)),
        (
          "terms",
          .array(
            result.terms.map { term in
              .object([
                ("term", .string(term.phrase)), ("class", .string(term.row.kind.rawValue)),
                ("offers_reference", .integer(term.row.offersReference)),
                ("offers_recent", .integer(term.row.offersRecent)),
                ("odds_ratio", number(term.row.oddsRatio)), ("q", number(term.row.q)),
                ("employers", .integer(term.row.employers)), ("sources", .integer(term.sources)),
                ("c_value", .number(term.cValue)), ("demanded", .number(term.demanded)),
                ("warnings", .array(term.row.warnings.map { .string($0.rawValue) })),
                (
                  "examples",
                  .array(
                    term.examples.map {
                      .object([("offer", .string($0.offer)), ("sentence", .string($0.sentence))])
                    })
                ),
              ])
            })
        ),
      ]))
  }
}
