/// The figures by which an extraction is judged.
public enum EvaluationFigure: String, Sendable, CaseIterable {
  case detectionPrecision = "detection P"
  case detectionRecall = "detection R"
  case detectionF1 = "detection F1"
  case normalisation
  case endToEndPrecision = "end-to-end P"
  case endToEndRecall = "end-to-end R"
  case endToEndF1 = "end-to-end F1"
  case stance
  case keptOut = "not-demanded kept out"
  case diplomas = "diplomas R"

  /// The figure of some counts; 0 when there is nothing to divide by.
  func value(_ tally: OfferTally) -> Double {
    switch self {
    case .detectionPrecision: tally.predicted.ratio
    case .detectionRecall: tally.demanded.ratio
    case .detectionF1: Self.f1(tally.predicted.ratio, tally.demanded.ratio)
    case .normalisation: tally.linked.ratio
    case .endToEndPrecision: tally.predictedCodes.ratio
    case .endToEndRecall: tally.demandedCodes.ratio
    case .endToEndF1: Self.f1(tally.predictedCodes.ratio, tally.demandedCodes.ratio)
    case .stance: tally.stances.ratio
    case .keptOut: tally.keptOut.ratio
    case .diplomas: tally.diplomas.ratio
    }
  }

  /// How many things the figure is a share of; for an F1, of its precision and of its recall.
  func sizes(_ tally: OfferTally) -> [Int] {
    switch self {
    case .detectionPrecision: [tally.predicted.all]
    case .detectionRecall: [tally.demanded.all]
    case .detectionF1: [tally.predicted.all, tally.demanded.all]
    case .normalisation: [tally.linked.all]
    case .endToEndPrecision: [tally.predictedCodes.all]
    case .endToEndRecall: [tally.demandedCodes.all]
    case .endToEndF1: [tally.predictedCodes.all, tally.demandedCodes.all]
    case .stance: [tally.stances.all]
    case .keptOut: [tally.keptOut.all]
    case .diplomas: [tally.diplomas.all]
    }
  }

  /// French name.
  var name: String {
    switch self {
    case .detectionPrecision: "repérage, précision"
    case .detectionRecall: "repérage, rappel"
    case .detectionF1: "repérage, F1"
    case .normalisation: "code juste"
    case .endToEndPrecision: "de bout en bout, précision"
    case .endToEndRecall: "de bout en bout, rappel"
    case .endToEndF1: "de bout en bout, F1"
    case .stance: "posture"
    case .keptOut: "hors demande, écarté"
    case .diplomas: "diplômes, rappel"
    }
  }

  private static func f1(_ p: Double, _ r: Double) -> Double { p + r == 0 ? 0 : 2 * p * r / (p + r) }
}
