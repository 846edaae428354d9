import ArgumentParser
import SkillMiner

/// Weights of criteria as an option: `besoin=0.5,evolution=0.2`; those not named keep theirs.
struct CriterionWeights: ExpressibleByArgument {
  let weights: AnalysisParameters.Weights

  init?(argument: String) {
    var weights = AnalysisParameters.Weights()
    for part in argument.split(separator: ",") {
      let pair = part.split(separator: "=")
      guard pair.count == 2, let key = Self.keys[String(pair[0])], let value = Double(pair[1]),
        value.isFinite,
        value >= 0
      else { return nil }
      weights[keyPath: key] = value
    }
    self.weights = weights
  }

  private static var keys: [String: WritableKeyPath<AnalysisParameters.Weights, Double>] {
    [
      "besoin": \.demand, "employeurs": \.employers, "territoires": \.territories, "profondeur": \.depth,
      "transferabilite": \.transferability, "formation": \.provided, "evolution": \.dynamics,
      "terrain": \.field,
    ]
  }
}
