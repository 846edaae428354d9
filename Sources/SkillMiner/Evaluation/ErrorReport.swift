package import Taxonomy

/// The page an annotator works through, as strings ready for a template.
package struct ErrorReport: Sendable {
  /// A number with its name.
  package struct Count: Sendable {
    package let value: String
    package let name: String
  }

  package let version: String
  package let counts: [Count]
  package let figures: [Count]
  package let context: [String]
  /// Offers with at least one disagreement, in the order of the file.
  package let offers: [ErrorOffer]
  package let hasOffers: Bool

  /// - Parameter release: where labels of codes and occupations come from.
  package init(_ evaluation: Evaluation, _ context: EvaluationContext, release: TaxonomyRelease) {
    version = Version.current
    self.context = context.lines
    let all = evaluation.errors.flatMap { $0 }
    counts = ErrorRow.What.allCases.map { what in
      Count(
        value: FrenchNumber.integer(all.count { ErrorRow.What($0) == what }), name: what.rawValue)
    }
    figures = evaluation.figures.map {
      Count(
        value: EvaluationScore.three($0.value).split(separator: ".").joined(separator: ","),
        name: $0.figure.name)
    }
    offers = evaluation.offers.indices.compactMap { index in
      let errors = evaluation.errors[index]
      guard !errors.isEmpty else { return nil }
      return ErrorOffer(
        evaluation.offers[index], evaluation.predictions[index], errors, number: index + 1, release: release)
    }
    hasOffers = !offers.isEmpty
  }
}
