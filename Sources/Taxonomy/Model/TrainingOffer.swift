/// One line of a table of training supply: a body that teaches something, somewhere, at some time.
public struct TrainingOffer: Hashable, Sendable {
  /// Name of the training body.
  public let body: String
  /// Its SIRET, fourteen digits; `nil` when the table gives none.
  public let siret: String?
  /// The certification it prepares for; `nil` when only a title is given.
  public let certification: CertificationCode?
  /// Code of the block it teaches, as in `RNCP34860BC01`; `nil` for a whole certification.
  public let block: String?
  /// Title of the course, as the table writes it.
  public let title: String
  /// Place as the table writes it: commune, département, region, those that are given.
  public let place: Place
  /// First day; `nil` for courses that begin at any time.
  public let start: CalendarDate?
  /// Last day.
  public let end: CalendarDate?
  /// Places offered; `nil` when unknown.
  public let places: Int?
  /// Codes of the Formacode thesaurus, five digits, each once, in the order of the table.
  public let formacodes: [String]
  /// Cards of the ROME it leads to, possibly of version 3, each once, in the order of the table.
  public let occupations: [ROMECode]

  /// Makes the value from its parts.
  public init(
    body: String, siret: String? = nil, certification: CertificationCode? = nil, block: String? = nil,
    title: String, place: Place = Place(), start: CalendarDate? = nil, end: CalendarDate? = nil,
    places: Int? = nil, formacodes: [String] = [], occupations: [ROMECode] = []
  ) {
    self.body = body
    self.siret = siret
    self.certification = certification
    self.block = block
    self.title = title
    self.place = place
    self.start = start
    self.end = end
    self.places = places
    self.formacodes = formacodes
    self.occupations = occupations
  }

  /// Where a course is held, in the words of the table. Empty texts where it says nothing.
  public struct Place: Hashable, Sendable {
    /// Code or name of the commune.
    public let commune: String
    /// Code or name of the département.
    public let department: String
    /// Code or name of the region.
    public let region: String

    /// Makes the value from its parts.
    public init(commune: String = "", department: String = "", region: String = "") {
      self.commune = commune
      self.department = department
      self.region = region
    }

    /// For people: the finest first.
    public var text: String { [commune, department, region].filter { !$0.isEmpty }.joined(separator: ", ") }
  }
}
