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
  case export
  case backup

  /// Jobs of one lane follow one another; lanes work beside each other.
  enum Lane: CaseIterable, Sendable {
    /// Changes the data: one at a time.
    case writing
    /// Reads the data.
    case reading
  }

  var lane: Lane {
    switch self {
    case .offers, .taxonomy, .referential, .territories, .nearDuplicates, .franceTravail, .lexiconApply:
      .writing
    case .lexiconLearn, .lexiconTerms, .export, .backup: .reading
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
