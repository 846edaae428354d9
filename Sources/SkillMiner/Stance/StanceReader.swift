/// Decides what a mention is in its offer from the section it stands in and the cues of its sentence.
struct StanceReader {
  /// A cue and the words it acts on.
  struct Scope {
    var effect: StanceCues.Effect
    var tokens: Range<Int>
  }

  private let scopes: [Scope]

  /// Finds the cues of a field once.
  ///
  /// - Parameters:
  ///   - tokens: the field.
  ///   - clauses: its clauses; a cue reaches over a run of clauses up to a full stop, a line break, a semicolon or a dash:
  ///     lists run together on one line are lists all the same.
  init(lexicon: Lexicon, tokens: UnsafeBufferPointer<Token>, clauses: [Clause]) {
    var finder = StanceFinder(lexicon: lexicon)
    scopes = finder.scopes(tokens, clauses)
  }

  /// The same.
  init(lexicon: Lexicon, tokens: [Token], clauses: [Clause]) {
    self = tokens.withUnsafeBufferPointer { StanceReader(lexicon: lexicon, tokens: $0, clauses: clauses) }
  }

  /// The stance of a mention that was accepted as demanded by its surroundings.
  ///
  /// - Parameters:
  ///   - range: its tokens.
  ///   - kind: what it is.
  ///   - section: where it stands.
  func stance(_ range: Range<Int>, kind: Mention.Kind, section: Section) -> Stance {
    var covering = (negated: false, provided: false, desired: false)
    for scope in scopes {
      // A statement colours whatever reaches into it: *nos offres sont ouvertes aux personnes en situation de handicap*.
      if scope.effect == .boilerplate, scope.tokens.overlaps(range) { return .boilerplate }
      guard scope.tokens.lowerBound <= range.lowerBound, range.upperBound <= scope.tokens.upperBound else {
        continue
      }
      switch scope.effect {
      case .negated: covering.negated = true
      case .provided: covering.provided = true
      case .desired: covering.desired = true
      case .boilerplate, .terminator: break
      }
    }
    if covering.negated { return .negated }
    // Nobody is taught a soft skill, a language or a diploma by an employer.
    let isTaught = kind == .knowHow || kind == .credential || kind == .knowledge || kind == .tool
    if covering.provided, isTaught { return .provided }
    if covering.desired { return .desired }
    switch kind {
    case .softSkill, .diploma, .credential, .language: return .required
    default: return section == .profile ? .required : .mission
    }
  }
}
