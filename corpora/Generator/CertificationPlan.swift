/// What the planted truth knows of a certification: the occupations it leads to and the families its blocks teach.
struct CertificationPlan {
  let code: String
  let occupations: [String]
  let covered: [String]

  static func read(_ file: BankFile) throws -> [CertificationPlan] {
    try file.records().map { record in
      CertificationPlan(
        code: record.fields["certification", default: ""],
        occupations: record.fields["occupations", default: ""].split(separator: " ").map(String.init),
        covered: record.fields["covered", default: ""].split(separator: " ").map(String.init))
    }
  }
}
