public import Taxonomy

/// Something that exists and certifies a gap already: named before anything new is proposed.
public struct CoverageAlternative: Hashable, Sendable {
  /// What it is, the surest first.
  public enum Kind: Int, Sendable, CaseIterable {
    /// A certification that replaces this one covers the family.
    case successor
    /// Another option or speciality of the same title covers it.
    case option
    /// A certification of the specific register (RS) bears on it.
    case register
    /// A block of another certification teaches it.
    case block
  }

  /// What it is.
  public let kind: Kind
  /// The family it certifies.
  public let family: CompetencyFamily
  /// The certification.
  public let certification: CertificationCode
  /// Its title.
  public let title: String
  /// Code of the block, as in `RNCP34860BC01`; `nil` for a whole fiche.
  public let block: String?
  /// The passage that says so.
  public let passage: String

  /// French, for a list.
  public var sentence: String {
    switch kind {
    case .successor:
      "\(family.label)\u{A0}: déjà couvert par la certification qui la remplace, \(certification) (\(title))"
    case .option: "\(family.label)\u{A0}: couvert par une autre option, \(certification) (\(title))"
    case .register: "\(family.label)\u{A0}: module = fiche \(certification) (\(title))"
    case .block: "\(family.label)\u{A0}: module = bloc \(block ?? certification.description) (\(title))"
    }
  }
}
