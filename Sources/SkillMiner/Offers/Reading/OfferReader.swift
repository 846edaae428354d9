public import Taxonomy

/// Reads offers from files of any supported format, one at a time, in memory that does not grow with the input.
///
/// A record that cannot be used is delivered too, with the reason: nothing that was read is lost.
public struct OfferReader: Sendable {
  /// Longest description that is believed, in bytes.
  static let descriptionLimit = 1 << 20
  /// Longest text of any other field that is believed, in bytes.
  static let fieldLimit = 1 << 14
  /// Longest identifier, in bytes.
  static let identifierLimit = 1 << 10
  /// Feeds write `0001-01-01` for a date they do not know, and no offer is older than the Web.
  static let firstYear = 1990
  /// How much of a record goes into quarantine, in bytes.
  static let rawLimit = 1 << 16

  /// The day beyond which a creation date lies in the future.
  public let today: CalendarDate
  /// Feed name for records that do not say theirs.
  public let source: String?
  /// For CSV: field of the common shape → column name, as in `["title": "intitule"]`; a field that is not mapped is
  /// looked for under its usual names.
  public let columns: [String: String]
  /// Occupation codes that exist, those of ROME v3 among them; `nil` accepts every well-formed code.
  public let knownOccupations: Set<ROMECode>?
  /// Longest record that is held in memory, in bytes; a longer one is set aside unread.
  public let recordLimit: Int

  /// The format files are read in; recognised by content when `nil`.
  public let format: OfferFormat.Name?
  /// Whether offers in another language are set aside.
  public let frenchOnly: Bool

  /// Prepares a reader; see the properties for the parameters.
  public init(
    today: CalendarDate, source: String? = nil, columns: [String: String] = [:],
    knownOccupations: Set<ROMECode>? = nil, recordLimit: Int = 32 << 20, format: OfferFormat.Name? = nil,
    frenchOnly: Bool = false
  ) {
    self.format = format
    self.frenchOnly = frenchOnly
    self.today = today
    self.source = source
    self.columns = columns
    self.knownOccupations = knownOccupations
    self.recordLimit = max(recordLimit, Self.rawLimit)
  }

  /// What was read of one input.
  public struct Summary: Hashable, Sendable {
    /// Records delivered as offers.
    public var offers = 0
    /// Records set aside.
    public var quarantined = 0
    /// Findings about a file as a whole.
    public var findings: [Finding] = []
    /// All records: offers and those set aside.
    public var read: Int { offers + quarantined }

    /// Nothing read yet.
    public init() {}
  }

  /// Reads an input: plain, gzip, zip or folder, or `-` for standard input. Members of one archive may have different
  /// formats; a member that holds no offers is told of in the summary.
  ///
  /// - Parameter body: called for each record in the order of the file.
  /// - Throws: `ReadingError` when nothing can be read as offers, or the input is damaged (what came before the damage
  ///   has been delivered), and whatever `body` throws.
  public func read(path: String, _ body: (OfferRecord) throws -> Void) throws -> Summary {
    var summary = Summary()
    try InputArchive.forEachMember(of: path) { member in
      do {
        try read(member, into: &summary, body)
      } catch let error as ReadingError where Self.isOfOneMember(error.finding) {
        summary.findings.append(error.finding)
      }
    }
    if summary.read == 0 {
      let failure = summary.findings.first { $0.severity == .failure }
      throw ReadingError(failure ?? OfferFindings.empty(path))
    }
    return summary
  }

  /// Whether a failure concerns one member and the others can be read: it is no offers, or XML that is refused.
  private static func isOfOneMember(_ finding: Finding) -> Bool {
    finding.code.hasPrefix("OFFRE-") || finding.code.hasPrefix("XML-")
  }

  /// Reads one file or member; see ``read(path:_:)``.
  public func read(_ member: InputMember, _ body: (OfferRecord) throws -> Void) throws -> Summary {
    var summary = Summary()
    try read(member, into: &summary, body)
    return summary
  }

  private func read(
    _ original: InputMember, into summary: inout Summary, _ body: (OfferRecord) throws -> Void
  ) throws {
    let (start, member) = try original.peeking(1 << 16)
    if start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF]) {
      throw ReadingError(OfferFindings.utf16(member.name))
    }
    let named = format.map { OfferFormat.named($0, start: start) }
    guard let format = named ?? OfferFormat.detect(start) else {
      let isBlank = start.allSatisfy { $0 <= 0x20 && $0 > 0 }
      let finding = isBlank ? OfferFindings.empty(member.name) : OfferFindings.unrecognised(member.name)
      throw ReadingError(finding)
    }
    let before = summary.read
    let builder = OfferBuilder(reader: self)
    let count = { (record: OfferRecord) in
      switch record {
      case .offer: summary.offers += 1
      case .quarantined: summary.quarantined += 1
      }
      try body(record)
    }
    switch format {
    case .jsonLines: try JSONOfferReader(builder: builder).readLines(member, count)
    case .json:
      let isBare = !OfferFormat.hasEnvelope(start)
      summary.findings += try JSONOfferReader(builder: builder)
        .readArrays(member, topLevelObjectsAreOffers: isBare, count)
    case .xml: summary.findings += try XMLOfferReader(builder: builder).read(member, count)
    case .html: try HTMLOfferReader(builder: builder).read(member, count)
    case .csv(let delimiter):
      summary.findings += try CSVOfferReader(builder: builder).read(member, delimiter: delimiter, count)
    }
    if summary.read == before { throw ReadingError(OfferFindings.empty(member.name)) }
  }
}

extension InputMember {
  /// The first bytes, and a member that delivers everything.
  fileprivate func peeking(_ count: Int) throws -> (start: [UInt8], member: InputMember) {
    var start: [UInt8] = []
    var failure: (any Error)?
    do {
      while start.count < count, try append(upTo: count - start.count, to: &start) > 0 {}
    } catch {
      // Damage this early is told once the bytes before it were read.
      guard !start.isEmpty else { throw error }
      failure = error
    }
    var position = 0
    let bytes = start
    let pending = failure
    let member = InputMember(name: name) { buffer in
      let n = min(buffer.count, bytes.count - position)
      if n > 0 {
        bytes.withUnsafeBytes { buffer.copyMemory(from: .init(rebasing: $0[position..<position + n])) }
        position += n
        return n
      }
      if let pending { throw pending }
      return try self.read(into: buffer)
    }
    return (start, member)
  }
}
