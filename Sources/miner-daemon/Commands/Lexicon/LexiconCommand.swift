import ArgumentParser

/// What concerns the ways of writing competencies.
struct LexiconCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lexicon",
    abstract: "Apprend des manières d’écrire, les fait relire et les applique.",
    discussion: """
      Dans l’ordre\u{A0}: learn propose des formes, review les fait relire, apply les emploie et relit les offres. \
      Rien d’appris ne sert sans relecture, sauf «\u{A0}apply --trust-learned\u{A0}». À \
      part, train apprend des vecteurs de mots sur vos offres.
      """,
    subcommands: [
      LexiconLearnCommand.self, LexiconReviewCommand.self, LexiconApplyCommand.self,
      LexiconFamiliesCommand.self, LexiconClaimsCommand.self, LexiconMeasureCommand.self,
      LexiconTrainCommand.self, LexiconFitCommand.self, LexiconExplainCommand.self,
      LexiconFreezeCommand.self,
    ])
}
