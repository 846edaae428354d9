public import Taxonomy

/// What became of one record of an input: every record read is exactly one of these.
public enum OfferRecord: Sendable {
  /// A usable offer, cleaned and redacted, with what had to be put right on the way.
  case offer(JobOffer, place: RecordPlace, warnings: [Finding])
  /// A record set aside, with the reason and its raw bytes (the first 64 KiB of them).
  case quarantined(Finding, raw: [UInt8])
}

/// Where a record stands in an input.
public struct RecordPlace: Hashable, Sendable {
  /// File name, with the archive member behind an exclamation mark (`offres.zip!janvier.jsonl`).
  public let file: String
  /// First line of the record, from 1.
  public let line: Int
  /// Number of the record within the file or member, from 1.
  public let record: Int

  public init(file: String, line: Int, record: Int) {
    self.file = file
    self.line = line
    self.record = record
  }
}
