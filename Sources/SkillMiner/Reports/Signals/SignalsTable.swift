import Taxonomy

/// Signals for a terminal, at most a hundred columns wide.
public enum SignalsTable {
  private static let table = TextTable(columns: [
    .init("Compétence", width: 34), .init("Classe", width: 14), .init("Offres", width: 11, .right),
    .init("Part", width: 13, .right), .init("Cotes", width: 6, .right), .init("q", width: 6, .right),
    .init("Empl.", width: 5, .right),
  ])

  /// - Parameter limit: how many families are shown; the others are counted.
  public static func text(_ result: SignalResult, limit: Int = 40) -> String {
    let windows = result.request.windows
    var out = "Signaux\u{A0}: \(result.request.title), \(SignalWindows.text(windows.recent)) "
    out += "comparé à \(SignalWindows.text(windows.reference))\n\n"
    out += body(result.rows, limit: limit)
    return out + "\n" + foot(result)
  }

  /// Heading and rows; families of which nothing can be said are left out.
  static func body(_ rows: [SignalRow], limit: Int) -> String {
    var out = table.header + "\n"
    let shown = rows.filter { $0.kind != .insufficient }
    for row in shown.prefix(limit) { out += lines(row) }
    if shown.isEmpty { out += "Aucune compétence n’a assez d’offres comparables.\n" }
    let hidden = shown.count - limit
    if hidden > 0 { out += "… et \(FrenchNumber.integer(hidden)) autre\(hidden > 1 ? "s" : "")\n" }
    return out
  }

  private static func lines(_ s: SignalRow) -> String {
    var out =
      table.row([
        s.family.label, FrenchWords.signal(s.kind),
        "\(FrenchWords.secret(s.offersReference)) → \(FrenchWords.secret(s.offersRecent))",
        "\(percent(s.shareReference)) → \(percent(s.shareRecent))\(s.shareRecent == nil ? "" : "\u{A0}%")",
        s.oddsRatio.map { FrenchNumber.decimal($0, digits: 2) } ?? "–",
        s.q.map { $0 < 0.001 ? "<0,001" : FrenchNumber.decimal($0, digits: 3) } ?? "–",
        FrenchWords.secret(s.employers),
      ]) + "\n"
    if let smoothed = s.smoothed, let effective = s.effectiveRecent {
      out += "  part lissée vers la région\u{A0}: \(FrenchNumber.percent(smoothed.share)) "
      out += "(\(FrenchNumber.percentRange(smoothed.lower, smoothed.upper)))\u{A0}; "
      out += "effectif efficace\u{A0}: \(FrenchNumber.decimal(effective, digits: 0))\n"
    }
    if !s.warnings.isEmpty {
      out += "  ! " + s.warnings.map(FrenchWords.signalWarning).joined(separator: "\u{A0}; ") + "\n"
    }
    return out
  }

  private static func percent(_ share: Double?) -> String {
    share.map { FrenchNumber.decimal($0 * 100, digits: $0 < 0.0995 ? 1 : 0) } ?? "s"
  }

  private static func foot(_ result: SignalResult) -> String {
    let counts = SignalClass.allCases.compactMap { kind -> String? in
      let n = result.rows.count { $0.kind == kind }
      return n > 0 ? "\(FrenchWords.signal(kind)) \(FrenchNumber.integer(n))" : nil
    }
    let strata = result.request.poolsSources ? "métier" : "métier × source"
    var notes = [
      "Compétences\u{A0}: \(counts.joined(separator: ", ")).",
      "Offres collectées distinctes\u{A0}: \(FrenchWords.secret(result.offersReference)) dans la période de référence, "
        + "\(FrenchWords.secret(result.offersRecent)) dans la période récente. Elles ne montrent pas tous les recrutements.",
      "Cotes\u{A0}: rapport de cotes commun aux strates \(strata)"
        + (result.controlsSeason ? " × saison" : "")
        + " (Mantel–Haenszel)\u{A0}; q\u{A0}: taux de fausses découvertes "
        + "(Benjamini–Hochberg) du test à variance par employeur, sur \(FrenchNumber.integer(result.tested)) compétences testées. "
        + "Voir docs/signaux.md.",
    ]
    if let rules = result.request.disclosure.secrecy {
      notes.append(
        "s\u{A0}: secret statistique (moins de \(rules.offers) offres ou de \(rules.employers) employeurs connus, "
          + "ou calculable par différence). Les lecteurs habilités voient tout avec --full-detail.")
    }
    notes += result.tension.map(FrenchWords.tension)
    notes.append("Versions\u{A0}: \(result.releases.text).")
    if let first = result.rows.first(where: { $0.kind != .insufficient }) {
      notes.append(
        "Les offres de la première ligne\u{A0}: \(result.request.command(listing: first.family.id))")
    }
    return (notes.flatMap { TextTable.wrapped($0, table.width) } + ["Empreinte\u{A0}: \(result.fingerprint)"])
      .joined(separator: "\n") + "\n"
  }
}
