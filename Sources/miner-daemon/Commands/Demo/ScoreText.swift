import SkillMiner

/// The score against the planted truth, for people.
enum ScoreText {
  /// Pairs listed for each kind of mistake.
  private static let shown = 12

  static func text(_ score: GapScore) -> String {
    let planted = score.found.count + score.missed.count
    let proposed = score.found.count + score.unexpected.count
    return """
      Manques plantés dans le corpus\u{A0}: \(FrenchNumber.integer(planted))
      Précision\u{A0}: \(value(score.precision)) (\(FrenchNumber.count(score.found.count, of: proposed)) manques proposés et jugés sont plantés)
      Rappel\u{A0}: \(value(score.recall)) (\(FrenchNumber.count(score.found.count, of: planted)) manques plantés sont proposés)
      Non jugés\u{A0}: \(FrenchNumber.integer(score.unjudged.count)) manques proposés sur des tâches ordinaires, dont la vérité ne dit rien

      """ + list("Plantés et non proposés", score.missed) + list("Proposés et non plantés", score.unexpected)
  }

  private static func value(_ share: Double?) -> String {
    share.map { FrenchNumber.decimal($0, digits: 2) } ?? "sans objet"
  }

  private static func list(_ title: String, _ gaps: [GapScore.Gap]) -> String {
    guard !gaps.isEmpty else { return "" }
    let names = gaps.prefix(shown).map { "\($0.certification) \($0.family)" }.joined(separator: ", ")
    let more = gaps.count > shown ? " … et \(FrenchNumber.integer(gaps.count - shown)) autres" : ""
    return "\(title)\u{A0}: \(names)\(more)\n"
  }
}
