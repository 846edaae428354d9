/// A stretch of a clause that may name a competency, with what is known of it.
struct ProposedSpan {
  /// Token indices, first and last token included are content.
  var tokens: Range<Int>
  /// Content positions of the clause.
  var positions: Range<Int>
  /// Form that covers it; -1 when none does.
  var form: Int32 = -1
  /// Traits of that form; none when none covers it.
  var formTraits: FormTraits = []
  /// What decides how it stands to the offer around.
  var traits: Traits = []
  /// The part of its score that follows from its clause alone.
  var own: Float = 0
  /// Sum of feature × weight: the log-odds that it names a demanded competency.
  var score: Float = 0

  struct Traits: OptionSet {
    let rawValue: UInt8
    /// Opens with a word that opens labels of savoir-faire.
    static let task = Traits(rawValue: 1)
    /// Nothing but articles stands before it in its clause.
    static let leads = Traits(rawValue: 2)
    /// It is a job title.
    static let title = Traits(rawValue: 4)
  }
}

/// What is known of the surroundings of a clause.
struct SpanContext {
  var section: Section
  var isTitle: Bool
  /// Index of the clause over the number of clauses, 0 to 1.
  var position: Float
  /// The offer's ROME domain, for forms guarded by it: `FormMatcher.number(ofDomain:)`.
  var domain = FormMatcher.noDomain
  var line = TalkFacts()
  var sentence = TalkFacts()
  /// A heading of missions or profile comes later in the field.
  var beforeMission = false
  /// Number of the line, from 0.
  var lineNumber = 0
}
