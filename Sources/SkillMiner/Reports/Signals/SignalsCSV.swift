import Taxonomy

/// Signals for a spreadsheet, one line a family. A cell kept back holds `s`.
public enum SignalsCSV {
  static let header = [
    "famille", "libelle", "codes_ogr", "classe", "offres_reference", "offres_recentes", "part_reference",
    "part_reference_basse", "part_reference_haute", "part_recente", "part_recente_basse",
    "part_recente_haute", "effectif_efficace_recent", "part_lissee", "part_lissee_basse", "part_lissee_haute",
    "a_l_interieur", "composition", "rapport_de_cotes", "rapport_bas", "rapport_haut", "q", "surdispersion",
    "pente_mensuelle", "p_mann_kendall", "employeurs", "signalements",
  ]

  /// The whole file.
  public static func text(_ result: SignalResult) -> String {
    var csv = CSVOutput(
      header: header + ["tension_bmo", "tension_dares", "commande_offres", "empreinte", "versions"])
    let bmo = result.tension.first { $0.survey == .bmo }?.difficultShare
    let dares = result.tension.first { $0.survey == .dares }?.indicator
    for row in result.rows {
      csv.add(
        cells(row) + [
          bmo.map(CSVOutput.number) ?? "", dares.map(CSVOutput.number) ?? "",
          result.request.command(listing: row.family.id), result.fingerprint, result.releases.text,
        ])
    }
    return csv.text
  }

  static func cells(_ s: SignalRow) -> [String] {
    func integer(_ n: Int?) -> String { n.map(String.init) ?? "s" }
    /// Empty where there is nothing to say, `s` where it is kept back.
    func number(_ x: Double?, _ isHidden: Bool) -> String {
      isHidden ? "s" : x.map(CSVOutput.number) ?? ""
    }
    let (reference, recent) = (s.hidesReference, s.hidesRecent)
    let either = reference || recent
    return [
      s.family.id, s.family.label, s.family.codes.map(\.description).joined(separator: " "),
      FrenchWords.signal(s.kind), integer(s.offersReference), integer(s.offersRecent),
      number(s.shareReference, reference), number(s.intervalReference?.lower, reference),
      number(s.intervalReference?.upper, reference), number(s.shareRecent, recent),
      number(s.intervalRecent?.lower, recent), number(s.intervalRecent?.upper, recent),
      number(s.effectiveRecent, recent), number(s.smoothed?.share, recent),
      number(s.smoothed?.lower, recent), number(s.smoothed?.upper, recent), number(s.within, either),
      number(s.mix, either), number(s.oddsRatio, either), number(s.interval?.lowerBound, either),
      number(s.interval?.upperBound, either), s.q.map(CSVOutput.number) ?? "",
      number(s.overdispersion, either), number(s.slope, either), number(s.trendP, either),
      integer(s.employers), s.warnings.map(FrenchWords.signalWarning).joined(separator: ", "),
    ]
  }
}
