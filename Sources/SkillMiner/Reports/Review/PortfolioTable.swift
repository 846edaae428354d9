/// A portfolio for a terminal.
public enum PortfolioTable {
  /// - Parameter review: what an analysis says of each pathway now; left out when `nil`.
  public static func text(_ portfolio: Portfolio, review: PortfolioReview? = nil) -> String {
    var out = head(portfolio) + "\n"
    for warning in review?.warnings ?? [] { out += "À savoir\u{A0}: \(warning)\n\n" }
    let table = TextTable(columns: [
      .init("n°", width: 4, .right), .init("état", width: 13), .init("certification", width: 11),
      .init("module", width: 44), .init("borne basse", width: 11, .right), .init("offres", width: 9, .right),
    ])
    out += table.header + "\n"
    for pathway in portfolio.standing {
      out +=
        table.row([
          String(pathway.number), (pathway.isPinned ? "● " : "") + pathway.state.french,
          pathway.key.certification, pathway.title, FrenchNumber.percent(pathway.figures.lower),
          FrenchNumber.count(pathway.figures.offers, of: pathway.figures.offersTotal),
        ]) + "\n"
      out += "      \(pathway.certification) — \(pathway.filiere)\n"
      for line in pathway.alternatives { out += "      existe déjà\u{A0}: \(line)\n" }
      for line in pathway.supply ?? [] { out += "      offre\u{A0}: \(line)\n" }
      if !pathway.note.isEmpty { out += "      remarque\u{A0}: \(pathway.note)\n" }
      if let last = pathway.decisions.last, !last.why.isEmpty {
        out +=
          "      \(last.state.french) le \(FrenchWords.date(last.when.day)) par \(last.who)\u{A0}: \(last.why)\n"
      }
      if let standing = review?.standings.first(where: { $0.number == pathway.number }) {
        out += change(standing)
      }
    }
    let removed = portfolio.pathways.filter { $0.removed != nil }
    if !removed.isEmpty {
      out += "\nRetirés (gardés pour mémoire)\u{A0}:\n"
      for pathway in removed {
        out += "  n°\u{A0}\(pathway.number) \(pathway.key.certification), \(pathway.title)"
        out += (pathway.removed?.why).map { $0.isEmpty ? "\n" : "\u{A0}: \($0)\n" } ?? "\n"
      }
    }
    for mark in portfolio.frozen {
      out += "\nCopie figée \(mark.fingerprint) (révision \(mark.revision), \(mark.when))"
      out += mark.sent.map { ", transmise le \(FrenchWords.date($0.when.day))" } ?? ""
    }
    return out + (portfolio.frozen.isEmpty ? "" : "\n")
  }

  /// Two portfolios side by side.
  public static func text(_ comparison: PortfolioComparison, _ first: Portfolio, _ second: Portfolio)
    -> String
  {
    var out = "\(first.name) et \(second.name)\n"
    for warning in comparison.warnings { out += "\nÀ savoir\u{A0}: \(warning)\n" }
    out += "\nDans les deux\u{A0}: \(comparison.both.count)\n"
    for pair in comparison.both {
      out += "  \(pair.first.key.certification) \(pair.first.title)\n"
      for line in pair.differences { out += "    \(line)\n" }
    }
    for (name, only) in [(first.name, comparison.firstOnly), (second.name, comparison.secondOnly)] {
      out += "\nSeulement dans «\u{A0}\(name)\u{A0}»\u{A0}: \(only.count)\n"
      for pathway in only {
        out += "  \(pathway.key.certification) \(pathway.title) (\(pathway.state.french))\n"
      }
    }
    return out
  }

  private static func head(_ portfolio: Portfolio) -> String {
    var out = "\(portfolio.name) (\(portfolio.id)), révision \(portfolio.revision)\n"
    out += portfolio.scope.kind == .region ? "Région\u{A0}: " : "Branche\u{A0}: "
    out += portfolio.scope.name + "\n"
    out += "\(FrenchNumber.integer(portfolio.active.count)) parcours sur \(portfolio.wanted) voulus"
    if portfolio.shortfall > 0 { out += "\u{A0}: il en manque \(portfolio.shortfall)" }
    out += "\n"
    for line in portfolio.releaseLines { out += "Tiré avec\u{A0}: \(line)\n" }
    return out
  }

  private static func change(_ standing: PathwayStanding) -> String {
    switch standing.outcome {
    case .same where standing.changes.isEmpty: "      inchangé dans la nouvelle analyse\n"
    case .same, .vanished: standing.changes.map { "      → \($0)\n" }.joined()
    case .recomposed:
      "      → Composition changée (\(standing.key?.description ?? ""))\n"
        + standing.changes.map { "      → \($0)\n" }.joined()
    }
  }
}
