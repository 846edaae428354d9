import ArgumentParser
import SkillMiner

/// What a phrase must show to be proposed.
struct LearningOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp("Offres distinctes qui ont la tournure et la compétence.", valueName: "nombre"))
  var minOffers = LearningParameters().minimumOffers
  @Option(name: .long, help: ArgumentHelp("Employeurs connus parmi elles.", valueName: "nombre"))
  var minEmployers = LearningParameters().minimumEmployers
  @Option(name: .long, help: ArgumentHelp("G² de Dunning minimal.", valueName: "valeur"))
  var minG2 = LearningParameters().minimumG2
  @Option(
    name: .long,
    help: ArgumentHelp("χ² minimal à l’intérieur des domaines du ROME.", valueName: "valeur"))
  var minWithin = LearningParameters().minimumWithin
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Part minimale des offres de la tournure qui ont la compétence, en pour cent.", valueName: "pourcentage"
    ))
  var minShare = (LearningParameters().minimumShare * 1000).rounded() / 10
  @Option(
    name: .long,
    help: ArgumentHelp("Offres où la lecture ne trouvait pas encore la compétence.", valueName: "nombre"))
  var minNew = LearningParameters().minimumNew

  func validate() throws {
    guard minOffers >= 1, minEmployers >= 0, minNew >= 0 else {
      throw ValidationError("Les effectifs minimaux sont des nombres positifs.")
    }
    guard minG2 >= 0, minG2.isFinite else {
      throw ValidationError("«\u{A0}--min-g2\u{A0}» attend un nombre positif.")
    }
    guard (0...100).contains(minShare) else {
      throw ValidationError("«\u{A0}--min-share\u{A0}» attend un pourcentage de 0 à 100.")
    }
  }

  var parameters: LearningParameters {
    var parameters = LearningParameters()
    parameters.minimumOffers = minOffers
    parameters.minimumEmployers = minEmployers
    parameters.minimumG2 = minG2
    parameters.minimumWithin = minWithin
    parameters.minimumShare = minShare / 100
    parameters.minimumNew = minNew
    return parameters
  }
}
