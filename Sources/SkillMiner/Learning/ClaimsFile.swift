import Taxonomy

/// Written forms that the label of another item claims, as a table to decide from.
public enum ClaimsFile {
  /// UTF-8 CSV: the form, the item it is written for, and each item whose label says just these words.
  ///
  /// - Throws: `TextError` when ICU or libstemmer is not usable.
  public static func text(_ lexicon: Lexicon) throws -> String {
    let labels = Dictionary(
      lexicon.release.competencies.map { ($0.code, $0.label) }, uniquingKeysWith: { first, _ in first })
    var csv = CSVOutput(header: ["form", "code", "label", "claimant", "claimant_label"])
    for claim in try lexicon.formClaims() {
      guard let code = claim.form.code else { continue }
      for claimant in claim.claimants {
        csv.add([claim.form.text, "\(code)", labels[code] ?? "", "\(claimant.code)", claimant.label])
      }
    }
    return csv.text
  }
}
