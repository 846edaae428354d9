/// A certification cannot replace itself, however long the way round.
struct CyclicSuccessionRule: CertificationRule {
  static let code = "VALID-104"

  func findings(in referential: Referential) -> [Finding] {
    var links = AcyclicLinks<CertificationCode>()
    var closing: [String] = []
    for item in referential.certifications {
      for successor in item.successors where !links.add(from: item.code, to: successor) {
        closing.append("\(item.code) → \(successor)")
      }
    }
    return finding(referential, about: closing) {
      "\($0) remplacements tournent en rond : \($1)."
    } advice: {
      "Signalez-le à France compétences ; ces liens ne disent pas quelle certification est la plus récente."
    }
  }
}
