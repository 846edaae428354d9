/// Nobody enrols in a certification whose registration has ended.
struct ExpiredRule: CertificationRule {
  static let code = "VALID-102"

  func findings(in referential: Referential) -> [Finding] {
    let over = referential.certifications.filter {
      $0.isActive == false || $0.expiry.map { $0 < referential.today } ?? false
    }
    return finding(referential, about: over.map(\.code.description)) {
      "\($0) certifications sont échues ou inactives : \($1)."
    } advice: {
      "Regardez celles qui les remplacent avant de proposer un module."
    }
  }
}
