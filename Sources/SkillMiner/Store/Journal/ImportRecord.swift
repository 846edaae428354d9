public import Taxonomy

/// What an input file is imported as.
public enum ImportKind: String, Sendable, CaseIterable {
  case offers
  case taxonomy
  case referential
  case territories
}

/// What became of the records of one import. Always `read == ingested + duplicates + quarantined`.
public struct ImportCounts: Hashable, Sendable {
  /// Records kept, new versions included.
  public var ingested = 0
  /// Records already known; nothing changed but, at most, further places and addresses.
  public var duplicates = 0
  /// Records set aside with what was read.
  public var quarantined = 0
  /// Of the ingested ones, those that gave a known offer another text.
  public var newVersions = 0
  /// Findings that did not set a record aside.
  public var warnings = 0

  /// Records read.
  public var read: Int { ingested + duplicates + quarantined }

  /// Makes the value from its parts.
  public init() {}

  /// Adds counts.
  public static func += (a: inout ImportCounts, b: ImportCounts) {
    a.ingested += b.ingested
    a.duplicates += b.duplicates
    a.quarantined += b.quarantined
    a.newVersions += b.newVersions
    a.warnings += b.warnings
  }
}

/// One row of the ingest journal: one input file.
public struct ImportRecord: Hashable, Sendable {
  /// How far an import came.
  public enum State: String, Sendable {
    case running
    case finished
    /// The input could not be read to its end; what was good in it is kept.
    case failed
    /// The program died while it ran.
    case interrupted
    /// Interrupted, then the same file was imported again.
    case resumed
  }

  /// Row in the store.
  public let id: Int64
  /// What the file was imported as.
  public let kind: ImportKind
  /// File as it was named.
  public let file: String
  /// SHA-256 of the file, hexadecimal; `nil` for a stream or a folder.
  public let digest: String?
  /// Name of the feed, for offers.
  public let source: String?
  /// The day the import was made, as the caller's clock said.
  public let started: CalendarDate
  /// How far it came.
  public let state: State
  /// What became of its records.
  public let counts: ImportCounts

  init(
    id: Int64, kind: ImportKind, file: String, digest: String?, source: String?, started: CalendarDate,
    state: State, counts: ImportCounts
  ) {
    self.id = id
    self.kind = kind
    self.file = file
    self.digest = digest
    self.source = source
    self.started = started
    self.state = state
    self.counts = counts
  }
}

/// A record set aside, with the bytes that were read.
public struct QuarantinedRecord: Hashable, Sendable {
  /// Why it was set aside.
  public let finding: Finding
  /// The raw record, cut to a bound by the reader.
  public let raw: [UInt8]

  /// Makes the value from its parts.
  public init(finding: Finding, raw: [UInt8]) {
    self.finding = finding
    self.raw = raw
  }
}
