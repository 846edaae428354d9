/// A block that stands twice in a certification covers nothing more.
struct RepeatedBlockRule: CertificationRule {
  static let code = "VALID-106"

  func findings(in referential: Referential) -> [Finding] {
    let repeated = referential.certifications.filter { item in
      let texts = item.blocks.map(\.sentences).filter { !$0.isEmpty }
      return Set(texts).count < texts.count || Set(item.blocks.map(\.code)).count < item.blocks.count
    }
    return finding(referential, about: repeated.map(\.code.description)) {
      "\($0) certifications ont deux fois le même bloc : \($1)."
    } advice: {
      "Vérifiez la source ; le doublon ne change pas la couverture."
    }
  }
}
