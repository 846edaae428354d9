public import Taxonomy

/// Reads offers from files of any supported format, one at a time, in memory that does not grow with the input.
public struct OfferReader: Sendable {
  /// The day beyond which a creation date lies in the future.
  public let today: CalendarDate
  /// Feed name for records that do not say theirs.
  public let source: String?
  /// For CSV: field of the common shape → column name, as in `["title": "intitule"]`; a field that is not mapped is
  /// looked for under its usual names.
  public let columns: [String: String]
  /// Occupation codes that exist; `nil` accepts every well-formed code.
  public let knownOccupations: Set<ROMECode>?

  public init(
    today: CalendarDate, source: String? = nil, columns: [String: String] = [:],
    knownOccupations: Set<ROMECode>? = nil
  ) {
    self.today = today
    self.source = source
    self.columns = columns
    self.knownOccupations = knownOccupations
  }

  /// Counts of one input; `read == offers + quarantined`.
  public struct Summary: Hashable, Sendable {
    public var offers = 0
    public var quarantined = 0
    public var read: Int { offers + quarantined }

    public init() {}
  }

  /// Reads a file: plain, gzip, or a zip with several members.
  ///
  /// - Parameter body: called for each record in the order of the file.
  /// - Throws: ``ReadingError`` when the file cannot be read as offers at all or is cut (what came before has been
  ///   delivered), and whatever `body` throws.
  public func read(path: String, _ body: (OfferRecord) throws -> Void) throws -> Summary {
    Summary()
  }
}
