/// Occupations a certification names should lead somewhere in the taxonomy.
struct UnknownOccupationRule: CertificationRule {
  static let code = "VALID-105"

  func findings(in referential: Referential) -> [Finding] {
    guard let release = referential.release else { return [] }
    let unknown = referential.certifications.flatMap { item in
      item.occupations.filter { release.expand($0).isEmpty && release.occupation($0) == nil }
        .map { "\(item.code) → \($0)" }
    }
    return finding(referential, about: unknown) {
      "\($0) liens mènent à un métier que \(release.name) ne connaît pas : \($1)."
    } advice: {
      "Importez la version complète du ROME, ou relisez ces liens."
    }
  }
}
