import Taxonomy

/// Which releases figures were made with, by name and digest: figures of two analyses are set side by side without a word
/// only where all of it is equal.
public struct ReleaseSet: Hashable, Sendable, Codable {
  /// Name of the release of the ROME.
  public let taxonomy: String
  /// Its digest.
  public let taxonomyDigest: String
  /// Digest of the lexicon: forms, families, synonyms, weights.
  public let lexicon: String
  /// Version of the program, which may read the same text otherwise.
  public let program: String
  /// How many certifications were looked at; `nil` for figures that rest on none.
  public let certifications: Int?
  /// Digest of these certifications.
  public let referential: String?

  /// Makes the value from its parts.
  public init(
    taxonomy: String, taxonomyDigest: String, lexicon: String, program: String = Version.current,
    certifications: Int? = nil, referential: String? = nil
  ) {
    self.taxonomy = taxonomy
    self.taxonomyDigest = taxonomyDigest
    self.lexicon = lexicon
    self.program = program
    self.certifications = certifications
    self.referential = referential
  }

  /// What a lexicon was built from.
  ///
  /// - Parameters:
  ///   - certifications: how many were looked at.
  ///   - referential: their digest.
  public init(lexicon: Lexicon, certifications: Int? = nil, referential: String? = nil) {
    self.init(
      taxonomy: lexicon.release.name, taxonomyDigest: lexicon.release.digest, lexicon: lexicon.digest,
      certifications: certifications, referential: referential)
  }

  /// French, on one line: every part with the beginning of its digest.
  public var text: String {
    var parts = [
      "\(taxonomy) [\(Self.short(taxonomyDigest))]", "lexique [\(Self.short(lexicon))]",
    ]
    if let certifications, let referential {
      let count = FrenchNumber.count(certifications, "certification", "certifications")
      parts.append("\(count) [\(Self.short(referential))]")
    }
    return (parts + ["SkillMiner \(program)"]).joined(separator: "\u{A0}; ")
  }

  /// French: what differs from figures made later, one clause each; empty where figures may be compared.
  ///
  /// The certifications count only where both figures rest on some.
  public func differences(from later: ReleaseSet) -> [String] {
    var clauses: [String] = []
    if taxonomyDigest != later.taxonomyDigest {
      clauses.append(
        taxonomy == later.taxonomy
          ? "deux contenus de \(taxonomy) [\(Self.short(taxonomyDigest)), puis \(Self.short(later.taxonomyDigest))]"
          : "\(taxonomy), puis \(later.taxonomy)")
    }
    if lexicon != later.lexicon {
      clauses.append("lexique [\(Self.short(lexicon)), puis \(Self.short(later.lexicon))]")
    }
    if let referential, let other = later.referential, referential != other {
      clauses.append(
        "référentiel de \(count) [\(Self.short(referential))], puis de \(later.count) [\(Self.short(other))]")
    }
    if program != later.program { clauses.append("SkillMiner \(program), puis \(later.program)") }
    return clauses
  }

  private var count: String {
    FrenchNumber.count(certifications ?? 0, "certification", "certifications")
  }

  /// The part of a digest that people compare by eye.
  static func short(_ digest: String) -> String { String(digest.prefix(12)) }
}
