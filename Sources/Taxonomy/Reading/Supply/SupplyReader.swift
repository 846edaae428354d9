/// Reads training supply: tables (CSV, columns by name; commas, semicolons and tabulators, a byte order mark and
/// Windows-1252 are understood) and LHEO (XML).
public struct SupplyReader {
  /// Lines read, those set aside included.
  public private(set) var lines = 0
  /// Lines set aside.
  public private(set) var rejected = 0
  /// What can be used, in the order of the files; a line given twice stands there once.
  public private(set) var offers: [TrainingOffer] = []
  /// What was wrong.
  public var findings: [Finding] { log.findings }

  private var log = FindingLog()
  private var seen = Set<TrainingOffer>()

  /// Reads files, archives or folders.
  ///
  /// - Throws: `ReadingError` when an input cannot be read or nothing in it can be used.
  public init(paths: [String]) throws {
    for path in paths { try InputArchive.forEachMember(of: path) { try add($0) } }
    if offers.isEmpty { throw ReadingError(SupplyFindings.empty(paths.joined(separator: ", "))) }
  }

  /// Reads the bytes of one file.
  ///
  /// - Throws: as above.
  public init(bytes: [UInt8], name: String) throws {
    try add(InputMember(name: name, bytes: bytes))
    if offers.isEmpty { throw ReadingError(SupplyFindings.empty(name)) }
  }

  private mutating func add(_ member: InputMember) throws {
    let start = try member.peek(16 << 10)
    if start.first(where: { !" \t\r\n\u{FEFF}".utf8.contains($0) }) == UInt8(ascii: "<") {
      return try addLHEO(member)
    }
    let head = start.prefix { $0 != 0x0A }
    func count(_ character: Character) -> Int { head.count { $0 == character.asciiValue } }
    let delimiter = [";", "\t", ","].max { count($0) < count($1) } ?? ","
    let csv = try CSVReader(member, delimiter: delimiter.asciiValue ?? 0x2C, maximumRecord: 4 << 20)
    guard let columns = SupplyColumns(csv.header) else {
      throw ReadingError(SupplyFindings.columns(member.name))
    }
    while let row = try csv.nextRow() {
      lines += 1
      switch row {
      case .rejected(let reject):
        rejected += 1
        log.add(reject.finding)
      case .record(let record):
        let (offer, findings) = columns.read(record, file: member.name)
        log.add(findings)
        guard let offer else {
          rejected += 1
          continue
        }
        if seen.insert(offer).inserted { offers.append(offer) }
      }
    }
    log.add(csv.findings)
  }

  private mutating func addLHEO(_ member: InputMember) throws {
    let reader = try LHEOReader(member)
    while let record = try reader.next() {
      lines += max(1, record.offers.count)
      log.add(record.findings)
      if record.offers.isEmpty { rejected += 1 }
      for offer in record.offers {
        if seen.insert(offer).inserted { offers.append(offer) }
      }
    }
    log.add(reader.findings)
  }
}
