import Taxonomy

/// Records cut out of a file, waiting to be decoded together on all cores.
struct JSONPieces {
  /// A record to be decoded, or one that was set aside unread.
  enum Piece: Sendable {
    case bytes([UInt8], RecordPlace)
    case ready(OfferRecord)
  }

  /// Records decoded together; the result does not depend on it.
  private static let portion = 512
  /// A portion of long records is closed earlier (bytes).
  private static let portionBytes = 8 << 20

  let reader: JSONOfferReader
  private var pieces: [Piece] = []
  private var bytes = 0

  init(reader: JSONOfferReader) { self.reader = reader }

  /// Takes a record in, and delivers those that wait when they are many.
  mutating func add(_ piece: Piece, _ body: (OfferRecord) throws -> Void) throws {
    if case .bytes(let record, _) = piece { bytes += record.count }
    pieces.append(piece)
    if pieces.count >= Self.portion || bytes >= Self.portionBytes { try deliver(body) }
  }

  /// Decodes what waits and delivers it in the order of the file.
  mutating func deliver(_ body: (OfferRecord) throws -> Void) throws {
    let waiting = pieces
    pieces.removeAll(keepingCapacity: true)
    bytes = 0
    let records = ParallelRecords.map(waiting) { [reader] piece in
      switch piece {
      case .bytes(let bytes, let place): reader.decode(bytes, at: place)
      case .ready(let record): record
      }
    }
    for record in records { if let record { try body(record) } }
  }
}
