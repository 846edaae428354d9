/// Text on how competencies are assessed, which must not count as competencies.
enum AssessmentText {
  private static let openings = [
    "évaluation :", "evaluation :", "évaluations :", "modalités d'évaluation", "modalité d'évaluation",
    "modalites d'evaluation", "critères d'évaluation", "épreuves :", "mode d'évaluation",
  ]
  private static let lines = [
    "les modalités d'évaluation", "la modalité d'évaluation", "l'épreuve", "les épreuves",
    "l'évaluation porte",
    "l'évaluation se fait", "l'évaluation est", "les évaluations sont", "le candidat est évalué",
    "entretien avec le jury",
    "l'unité étant facultative", "la validation du bloc",
  ]

  /// Whether the line announces assessment: what stands behind it, up to the next coded competence, is of it too.
  static func opens(_ line: String) -> Bool {
    let text = fold(line)
    return openings.contains { text.hasPrefix($0) } || text.contains("évaluées par un jury")
      || text.contains("évalués par un jury")
  }

  /// Whether the line alone is about assessment.
  static func isLine(_ line: String) -> Bool {
    let text = fold(line)
    return lines.contains { text.hasPrefix($0) }
  }

  /// The part of a line before an assessment that follows in the same line.
  static func cut(_ line: String) -> String {
    let text = fold(line)
    for mark in [" évaluation :", " evaluation :", " modalités d'évaluation", " les modalités d'évaluation"] {
      guard let found = text.firstRange(of: mark) else { continue }
      // Folding keeps the number of characters.
      return String(line.prefix(text.distance(from: text.startIndex, to: found.lowerBound)))
    }
    return line
  }

  private static func fold(_ line: String) -> String {
    String(line.lowercased().map { $0 == "’" ? "'" : $0 == "\u{A0}" ? " " : $0 })
  }
}
