/// A stretch of a clause that may name a competency, with what is known of it.
struct ProposedSpan {
  /// Token indices, first and last token included are content.
  var tokens: Range<Int>
  /// Content positions of the clause.
  var positions: Range<Int>
  /// Form that covers it; -1 when none does.
  var form: Int32 = -1
  /// Sum of feature × weight: the log-odds that it names a demanded competency.
  var score: Float = 0
}

/// What is known of the surroundings of a clause.
struct SpanContext {
  var section: Section
  var isTitle: Bool
  /// Index of the clause over the number of clauses, 0 to 1.
  var position: Float
  var domain: String?
  var line = TalkFacts()
  var sentence = TalkFacts()
  /// A heading of missions or profile comes later in the field.
  var beforeMission = false
  /// Number of the line, from 0.
  var lineNumber = 0
}
