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
    out += "comparé à \(SignalWindows.text(windows.reference))\n\n" + table.header + "\n"
    let shown = result.table.signals.filter { $0.kind != .insufficient }
    for signal in shown.prefix(limit) { out += rows(signal) }
    if shown.isEmpty { out += "Aucune compétence n’a assez d’offres comparables.\n" }
    let hidden = shown.count - limit
    if hidden > 0 { out += "… et \(FrenchNumber.integer(hidden)) autre\(hidden > 1 ? "s" : "")\n" }
    return out + "\n" + foot(result)
  }

  private static func rows(_ s: Signal) -> String {
    var out =
      table.row([
        s.family.label, FrenchWords.signal(s.kind),
        "\(FrenchNumber.integer(s.offersReference)) → \(FrenchNumber.integer(s.offersRecent))",
        "\(percent(s.shareReference)) → \(percent(s.shareRecent))\u{A0}%",
        s.oddsRatio.map { FrenchNumber.decimal($0, digits: 2) } ?? "–",
        s.q.map { $0 < 0.001 ? "<0,001" : FrenchNumber.decimal($0, digits: 3) } ?? "–",
        FrenchNumber.integer(s.employers),
      ]) + "\n"
    if !s.warnings.isEmpty {
      out += "  ! " + s.warnings.map(FrenchWords.signalWarning).joined(separator: "\u{A0}; ") + "\n"
    }
    return out
  }

  private static func percent(_ share: Double) -> String {
    FrenchNumber.decimal(share * 100, digits: share < 0.0995 ? 1 : 0)
  }

  private static func foot(_ result: SignalResult) -> String {
    let t = result.table
    let counts = SignalClass.allCases.compactMap { kind -> String? in
      let n = t.signals.count { $0.kind == kind }
      return n > 0 ? "\(FrenchWords.signal(kind)) \(FrenchNumber.integer(n))" : nil
    }
    let strata = result.request.poolsSources ? "métier" : "métier × source"
    var lines = [
      "Compétences\u{A0}: \(counts.joined(separator: ", ")).",
      "Offres collectées distinctes\u{A0}: \(FrenchNumber.integer(t.offersReference)) dans la période de référence, "
        + "\(FrenchNumber.integer(t.offersRecent)) dans la période récente. Elles ne montrent pas tous les recrutements.",
      "Cotes\u{A0}: rapport de cotes commun aux strates \(strata)"
        + (t.controlsSeason ? " × saison" : "")
        + " (Mantel–Haenszel)\u{A0}; q\u{A0}: taux de fausses découvertes "
        + "(Benjamini–Hochberg) du test à variance par employeur, sur \(FrenchNumber.integer(t.tested)) compétences testées. "
        + "Voir docs/signaux.md.",
      "Référentiel\u{A0}: \(result.taxonomy).",
    ]
    if let first = t.signals.first(where: { $0.kind != .insufficient }) {
      lines.append(
        "Les offres de la première ligne\u{A0}: \(result.request.command(listing: first.family.id))")
    }
    return (lines.flatMap { TextTable.wrapped($0, table.width) } + ["Empreinte\u{A0}: \(result.fingerprint)"])
      .joined(separator: "\n") + "\n"
  }
}
