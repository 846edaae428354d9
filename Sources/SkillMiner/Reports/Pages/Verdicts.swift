import Taxonomy

/// Verdicts of coverage as cells.
enum Verdicts {
  static func symbol(_ level: CoverageVerdict.Level) -> String {
    switch level {
    case .covered: "●"
    case .partial: "◐"
    case .missing: "○"
    }
  }

  static func cell(_ verdict: CoverageVerdict) -> Cell {
    var note = PageText(verbatim: FrenchWords.reason(verdict.reason))
    if let passage = verdict.passage {
      note = note + " : « \(passage.text) » (\(passage.code))."
    } else {
      note = note + "."
    }
    return Cell(
      .text(verdict.level.rawValue),
      PageText(verbatim: "\(symbol(verdict.level)) \(FrenchWords.verdict(verdict.level))", style: .strong),
      note: note, tone: verdict.level.rawValue)
  }
}
