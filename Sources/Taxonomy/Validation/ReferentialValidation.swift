/// Every rule over a referential of certifications.
public enum ReferentialValidation {
  /// The rules, in the order of their codes.
  public static let rules: [any CertificationRule] = [
    WithoutTextRule(), ExpiredRule(), UnknownSuccessorRule(), CyclicSuccessionRule(), UnknownOccupationRule(),
    RepeatedBlockRule(),
  ]

  /// What the rules find.
  public static func findings(in referential: Referential) -> [Finding] {
    rules.flatMap { $0.findings(in: referential) }
  }
}
