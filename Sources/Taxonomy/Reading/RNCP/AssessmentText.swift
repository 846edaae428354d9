/// Text on how competencies are assessed, which must not count as competencies.
enum AssessmentText {
  private static let openings = [
    "évaluation :", "evaluation :", "évaluations :", "modalités d'évaluation", "modalité d'évaluation",
    "modalites d'evaluation", "critères d'évaluation", "épreuves :", "mode d'évaluation",
  ].map(FrenchPhrase.init)
  private static let juries = ["évaluées par un jury", "évalués par un jury"].map(FrenchPhrase.init)
  private static let lines = [
    "les modalités d'évaluation", "la modalité d'évaluation", "l'épreuve", "les épreuves",
    "l'évaluation porte",
    "l'évaluation se fait", "l'évaluation est", "les évaluations sont", "le candidat est évalué",
    "entretien avec le jury",
    "l'unité étant facultative", "la validation du bloc",
  ].map(FrenchPhrase.init)
  private static let marks = [
    " évaluation :", " evaluation :", " modalités d'évaluation", " les modalités d'évaluation",
  ].map(FrenchPhrase.init)

  /// Whether the line announces assessment: what stands behind it, up to the next coded competence, is of it too.
  static func opens(_ line: String) -> Bool {
    var line = line
    return line.withUTF8 { bytes in
      openings.contains { $0.stands(in: bytes, at: 0) } || juries.contains { $0.first(in: bytes) != nil }
    }
  }

  /// Whether the line alone is about assessment.
  static func isLine(_ line: String) -> Bool {
    var line = line
    return line.withUTF8 { bytes in lines.contains { $0.stands(in: bytes, at: 0) } }
  }

  /// The part of a line before an assessment that follows in the same line.
  static func cut(_ line: String) -> String {
    var line = line
    return line.withUTF8 { bytes in
      for mark in marks {
        guard let found = mark.first(in: bytes) else { continue }
        return String(decoding: UnsafeBufferPointer(rebasing: bytes[..<found]), as: UTF8.self)
      }
      return nil
    } ?? line
  }
}
