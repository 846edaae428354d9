import Taxonomy

/// What each feature of the model says, in French: the words of a decision's reasons (`taxonomy-data/model/features.csv`).
struct FeatureMeanings: Sendable {
  /// By `SpanFeature`.
  let spans: [String]
  /// By `RankFeature`.
  let items: [String]

  /// The table of the program.
  static let embedded = Result { try FeatureMeanings(ReviewedTable.embedded(path, missing: missing)) }

  private static let path = "model/features.csv"
  private static let missing = "TRAIT-001"

  /// - Throws: `ReadingError` when a feature is unknown, named twice or left out.
  init(_ member: InputMember) throws {
    let table = try ReviewedTable(member, columns: ["model", "feature", "meaning"], code: Self.missing)
    if let finding = table.findings.first { throw ReadingError(finding) }
    var meanings: [String: String] = [:]
    func refusal(_ line: Int?, _ name: String, _ what: String) -> ReadingError {
      ReadingError(
        Finding(
          severity: .failure, code: "TRAIT-002", file: member.name, line: line,
          message: "le trait «\u{A0}\(name)\u{A0}» \(what).",
          advice: "Donner à chaque trait de la table des poids une ligne, et une seule."))
    }
    for (line, fields) in table.records {
      let name = "\(fields[0]),\(fields[1])"
      guard !fields[2].isEmpty, meanings.updateValue(fields[2], forKey: name) == nil else {
        throw refusal(line, name, "est écrit deux fois ou sans signification")
      }
    }
    func take(_ name: String) throws -> String {
      guard let meaning = meanings.removeValue(forKey: name) else { throw refusal(nil, name, "manque") }
      return meaning
    }
    spans = try SpanFeature.allCases.map { try take("span,\($0)") }
    items = try RankFeature.allCases.map { try take("item,\($0)") }
    if let name = meanings.keys.min() { throw refusal(nil, name, "n’est pas un trait du modèle") }
  }
}
