public import Taxonomy

/// A written form that says the label of another item than its own counts a demand under the wrong one.
public enum ClaimedFormRule {
  /// Permanent code of its findings.
  public static let code = "VALID-008"

  /// What the rule finds in a lexicon; empty when no form is claimed.
  ///
  /// - Throws: `TextError` when ICU or libstemmer is not usable.
  public static func findings(in lexicon: Lexicon) throws -> [Finding] {
    let claims = try lexicon.formClaims()
    guard !claims.isEmpty else { return [] }
    let shown = claims.prefix(5).map { claim in
      "«\u{A0}\(claim.form.text)\u{A0}» (\(claim.form.code.map(\.description) ?? "?") ou "
        + claim.claimants.prefix(3).map(\.code.description).joined(separator: ", ") + ")"
    }.joined(separator: ", ")
    let rest = claims.count > 5 ? " et \(claims.count - 5) autres" : ""
    return [
      Finding(
        severity: .warning, code: code, file: lexicon.release.name,
        message: claims.count == 1
          ? "une forme est revendiquée par une autre compétence\u{A0}: \(shown)."
          : "\(claims.count) formes sont revendiquées par une autre compétence\u{A0}: \(shown)\(rest).",
        advice:
          "Décidez d’après «\u{A0}miner-daemon lexicon claims\u{A0}»\u{A0}: changer le code de la forme, ou réunir les deux "
          + "compétences dans une famille.", count: claims.count)
    ]
  }
}
