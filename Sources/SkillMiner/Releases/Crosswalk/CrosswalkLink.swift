public import Taxonomy

/// One line of a crosswalk: an item or card of the ROME, a concept of ESCO, how they relate and how that is known.
public struct CrosswalkLink: Hashable, Sendable {
  /// What a line is about.
  public enum Subject: Hashable, Comparable, Sendable, CustomStringConvertible {
    case competency(OGRCode)
    case occupation(ROMECode)

    /// `rome:100023`, `rome:N1103`.
    public var description: String {
      switch self {
      case .competency(let code): "rome:\(code)"
      case .occupation(let code): "rome:\(code)"
      }
    }

    /// Competencies first, by code.
    public static func < (a: Subject, b: Subject) -> Bool {
      switch (a, b) {
      case (.competency(let a), .competency(let b)): a < b
      case (.occupation(let a), .occupation(let b)): a < b
      case (.competency, .occupation): true
      case (.occupation, .competency): false
      }
    }
  }

  /// The two sides of a line.
  public struct Pair: Hashable, Sendable {
    /// In the ROME.
    public let subject: Subject
    /// In ESCO.
    public let object: ESCOURI

    /// Makes the value from its parts.
    public init(subject: Subject, object: ESCOURI) {
      self.subject = subject
      self.object = object
    }
  }

  /// How the two relate, in the words of SKOS: *broad* says that the concept of ESCO is the broader one.
  public enum Predicate: String, Sendable, CaseIterable {
    case exact = "skos:exactMatch"
    case close = "skos:closeMatch"
    case broad = "skos:broadMatch"
    case narrow = "skos:narrowMatch"
    case related = "skos:relatedMatch"

    /// Whether a label of one may stand for the other.
    public var isEquivalence: Bool { self == .exact || self == .close }
  }

  /// How it is known, in the words of SSSOM (semapv).
  public enum Justification: String, Sendable, CaseIterable {
    /// Equal labels.
    case lexical = "semapv:LexicalMatching"
    /// Likeness of labels.
    case similarity = "semapv:LexicalSimilarityThresholdMatching"
    /// A person.
    case curation = "semapv:ManualMappingCuration"
  }

  /// A person's judgement.
  public struct Review: Hashable, Sendable {
    /// Whether the line was accepted; rejected otherwise.
    public let isAccepted: Bool
    /// Who judged; may be empty.
    public let who: String

    /// Makes the value from its parts.
    public init(isAccepted: Bool, who: String) {
      self.isAccepted = isAccepted
      self.who = who
    }
  }

  /// The two sides.
  public let pair: Pair
  /// Label of the item, or the title of the card that matched.
  public let subjectLabel: String
  /// Preferred label of the concept.
  public let objectLabel: String
  /// How they relate.
  public let predicate: Predicate
  /// How it is known.
  public let justification: Justification
  /// 0 to 1, in thousandths.
  public let confidence: Double
  /// The label of the concept that matched, when it is an alternative one; empty for the preferred label.
  public let alternative: String
  /// A person's judgement; `nil` when nobody looked at it.
  public let review: Review?
  /// In people's words, or what the occupations say, or who else claims the label.
  public let comment: String

  /// Whether the labels are equal but others claim them too.
  public var isContested: Bool { predicate == .close && justification == .lexical }

  /// Makes the value from its parts; the confidence is rounded to thousandths.
  public init(
    pair: Pair, subjectLabel: String, objectLabel: String, predicate: Predicate,
    justification: Justification, confidence: Double, alternative: String = "", review: Review? = nil,
    comment: String = ""
  ) {
    self.pair = pair
    self.subjectLabel = subjectLabel
    self.objectLabel = objectLabel
    self.predicate = predicate
    self.justification = justification
    self.confidence = (confidence * 1000).rounded() / 1000
    self.alternative = alternative
    self.review = review
    self.comment = comment
  }
}
