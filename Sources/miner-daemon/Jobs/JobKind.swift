/// What is done in the background. Names are permanent: they stand in stores.
enum JobKind: String, CaseIterable, Sendable {
  case offers
  case taxonomy
  case referential
  case territories
  case nearDuplicates = "near-duplicates"
  case franceTravail = "france-travail"
  case lexiconApply = "lexicon-apply"
  case lexiconLearn = "lexicon-learn"
  case lexiconTerms = "lexicon-terms"
  case regionalAnalysis = "regional-analysis"
  case portfolioDraw = "portfolio-draw"
  case export
  case backup

  /// Jobs of one lane follow one another; lanes work beside each other.
  enum Lane: CaseIterable, Sendable {
    /// Changes the data: one at a time.
    case writing
    /// Reads the data.
    case reading
    /// Counts the offers of a region for somebody who waits for it: behind no backup.
    case analysing
  }

  var lane: Lane {
    switch self {
    case .offers, .taxonomy, .referential, .territories, .nearDuplicates, .franceTravail, .lexiconApply:
      .writing
    case .lexiconLearn, .lexiconTerms, .export, .backup: .reading
    case .regionalAnalysis, .portfolioDraw: .analysing
    }
  }

  /// Whether its file stands in the spool folder.
  var isImport: Bool {
    switch self {
    case .offers, .taxonomy, .referential, .territories: true
    default: false
    }
  }
}
