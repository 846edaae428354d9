import Taxonomy

/// Signals for a spreadsheet, one line a family.
public enum SignalsCSV {
  /// The whole file.
  public static func text(_ result: SignalResult) -> String {
    var csv = CSVOutput(header: [
      "famille", "libelle", "codes_ogr", "classe", "offres_reference", "offres_recentes", "part_reference",
      "part_reference_basse", "part_reference_haute", "part_recente", "part_recente_basse",
      "part_recente_haute", "a_l_interieur", "composition", "rapport_de_cotes", "rapport_bas",
      "rapport_haut", "q", "surdispersion", "pente_mensuelle", "p_mann_kendall", "employeurs",
      "signalements", "commande_offres", "empreinte",
    ])
    func number(_ x: Double?) -> String { x.map(CSVOutput.number) ?? "" }
    for s in result.table.signals {
      csv.add([
        s.family.id, s.family.label, s.family.codes.map(\.description).joined(separator: " "),
        FrenchWords.signal(s.kind), String(s.offersReference), String(s.offersRecent),
        number(s.shareReference), number(s.intervalReference.lower), number(s.intervalReference.upper),
        number(s.shareRecent), number(s.intervalRecent.lower), number(s.intervalRecent.upper),
        number(s.within), number(s.mix), number(s.oddsRatio), number(s.interval?.lowerBound),
        number(s.interval?.upperBound), number(s.q), number(s.overdispersion), number(s.slope),
        number(s.trendP), String(s.employers),
        s.warnings.map(FrenchWords.signalWarning).joined(separator: ", "),
        result.request.command(listing: s.family.id), result.fingerprint,
      ])
    }
    return csv.text
  }
}
