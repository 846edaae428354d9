/// The certification that replaces an expired one should be at hand.
struct UnknownSuccessorRule: CertificationRule {
  static let code = "VALID-103"

  func findings(in referential: Referential) -> [Finding] {
    let known = Set(referential.certifications.map(\.code))
    let open = referential.certifications.flatMap { item in
      item.successors.filter { !known.contains($0) }.map { "\(item.code) → \($0)" }
    }
    return finding(referential, about: open) {
      "\($0) certifications de remplacement ne sont pas dans le magasin : \($1)."
    } advice: {
      "Importez l’export complet, RNCP et RS : une certification peut passer de l’un à l’autre."
    }
  }
}
