/// A certification of the national registers (RNCP or RS) with its blocks of competencies.
public struct Certification: Hashable, Sendable {
  /// How a certification is tied to an occupation.
  public enum LinkOrigin: String, Sendable {
    /// The register says so.
    case official
    /// Proposed from the title; waits for a reviewer and is always shown as such.
    case proposed
  }

  /// Number in its register.
  public let code: CertificationCode
  /// Title as the source gives it.
  public let title: String
  /// A shorter name when the source gives one.
  public let shortTitle: String?
  /// Level 3 to 8 of the national framework; old levels (V to I) are converted by the readers.
  public let level: Int?
  /// Kind of certification as the source names it (*Titre professionnel*, *CAP* …).
  public let type: String?
  /// Last day of registration.
  public let expiry: CalendarDate?
  /// What the register says of its state; `nil` when unknown.
  public let isActive: Bool?
  /// Official occupation codes as written in the source (often ROME v3; expand through `TaxonomyRelease.expand`).
  public let occupations: [ROMECode]
  /// Blocks in the order of the source; empty when the source gives none (the certification cannot be assessed then).
  public let blocks: [CompetencyBlock]
  /// Objectives and context, prerequisites: free text, empty when unknown.
  public let context: String
  /// What one must have before, free text; empty when unknown.
  public let prerequisites: String
  /// Formacode numbers.
  public let formacodes: [String]
  /// NSF codes of the speciality.
  public let nsf: [String]
  /// Names of the bodies that certify.
  public let certifiers: [String]
  /// Codes of the certifications that replace this one.
  public let successors: [CertificationCode]

  /// A certification of which the source may say little.
  public init(
    code: CertificationCode, title: String, shortTitle: String? = nil, level: Int? = nil, type: String? = nil,
    expiry: CalendarDate? = nil, isActive: Bool? = nil, occupations: [ROMECode] = [],
    blocks: [CompetencyBlock] = [], context: String = "", prerequisites: String = "",
    formacodes: [String] = [],
    nsf: [String] = [], certifiers: [String] = [], successors: [CertificationCode] = []
  ) {
    self.code = code
    self.title = title
    self.shortTitle = shortTitle
    self.level = level
    self.type = type
    self.expiry = expiry
    self.isActive = isActive
    self.occupations = occupations
    self.blocks = blocks
    self.context = context
    self.prerequisites = prerequisites
    self.formacodes = formacodes
    self.nsf = nsf
    self.certifiers = certifiers
    self.successors = successors
  }
}

/// A block of competencies: the unit that is taught and certified.
public struct CompetencyBlock: Hashable, Sendable {
  /// As in `RNCP34860BC01`.
  public let code: String
  /// Title as the source gives it.
  public let title: String
  /// Competence sentences, headings and evaluation text removed.
  public let sentences: [String]

  /// A block.
  public init(code: String, title: String, sentences: [String]) {
    self.code = code
    self.title = title
    self.sentences = sentences
  }
}
