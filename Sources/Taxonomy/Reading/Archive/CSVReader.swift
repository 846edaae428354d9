/// Records of a CSV member (RFC 4180), streaming.
///
/// Quotes, doubled quotes, line ends within quotes, LF or CRLF, a byte order mark and blank lines between records are
/// all taken. The encoding is decided once for the file, on its first 16 MiB (see `TextDecoding`).
public final class CSVReader {
  /// A record, or one that was set aside.
  public enum Row: Sendable {
    case record(CSVRecord)
    case rejected(CSVReject)
  }

  /// Column names: the first record; empty for an empty file.
  public private(set) var header = CSVHeader([])
  /// Encoding the file is read in.
  public private(set) var encoding = TextDecoding.Encoding.utf8
  /// Warnings, and the records `next()` set aside.
  public private(set) var findings: [Finding] = []
  /// Records delivered so far, the header not counted.
  public private(set) var recordCount = 0

  private static let sample = 16 << 20

  private let member: InputMember
  private let delimiter: UInt8
  private let maximumRecord: Int
  private var buffer: [UInt8] = []
  private var position = 0
  private var line = 1
  private var isAtEnd = false
  private var pendingError: (any Error)?
  private var saidNUL = false
  private var saidMixed = false
  /// Whether the encoding was decided on the whole file.
  private var isWholeSample = false

  /// Reads the header and decides the encoding.
  ///
  /// - Parameter maximumRecord: a quote that is not closed within so many bytes is taken for a mistake.
  /// - Throws: `ReadingError` when the input is corrupt before the first record, or is UTF-16.
  public init(
    _ member: InputMember, delimiter: UInt8 = UInt8(ascii: ","), maximumRecord: Int = 32 << 20
  ) throws {
    self.member = member
    self.delimiter = delimiter
    self.maximumRecord = maximumRecord
    while buffer.count < Self.sample, !isAtEnd { fill(1 << 20) }
    isWholeSample = isAtEnd
    if buffer.starts(with: [0xFF, 0xFE]) || buffer.starts(with: [0xFE, 0xFF]) {
      throw ReadingError(CSVFindings.utf16(member.name))
    }
    // A mark of UTF-8 may be all that is UTF-8 in a file.
    if buffer.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    if TextDecoding.detect(buffer, isComplete: isAtEnd) == .windows1252 {
      encoding = .windows1252
      findings.append(CSVFindings.notUTF8(member.name))
    }
    switch try nextRow(expecting: nil) {
    case .record(let record): header = CSVHeader((0..<record.count).map { record.value($0) })
    case .rejected(let reject): throw ReadingError(reject.finding.ofWholeInput)
    case nil: break
    }
    recordCount = 0
    var seen = Set<String>()
    for name in header.names where !name.isEmpty && !seen.insert(name).inserted {
      findings.append(CSVFindings.repeatedColumn(member.name, name))
    }
  }

  /// The next good record; bad ones go to `findings`. `nil` at the end.
  ///
  /// - Throws: `ReadingError` when the input is truncated or corrupt, after the complete records before it.
  public func next() throws -> CSVRecord? {
    while let row = try nextRow() {
      switch row {
      case .record(let record): return record
      case .rejected(let reject): findings.append(reject.finding)
      }
    }
    return nil
  }

  /// The next record, good or not; `nil` at the end.
  ///
  /// - Throws: `ReadingError` when the input is truncated or corrupt, after the complete records before it.
  public func nextRow() throws -> Row? { try nextRow(expecting: header.names.count) }

  private func nextRow(expecting count: Int?) throws -> Row? {
    while true {
      skipBlankLines()
      if position == buffer.count {
        if !isAtEnd {
          fill(1 << 18)
          continue
        }
        if let pendingError { throw pendingError }
        return nil
      }
      let scan = buffer.withUnsafeBufferPointer {
        CSVScanner.scan($0, from: position, delimiter: delimiter, isAtEnd: isAtEnd && pendingError == nil)
      }
      switch scan {
      case .complete(let record):
        return row(record, expecting: count)
      case .incomplete where isAtEnd:
        // Truncated inside a record: what came before was delivered.
        if let pendingError { throw pendingError }
        return reject(CSVFindings.unclosedQuote(member.name, line))
      case .incomplete where buffer.count - position > maximumRecord:
        return reject(
          buffer[position...].contains(CSVScanner.quote)
            ? CSVFindings.unclosedQuote(member.name, line)
            : CSVFindings.tooLong(member.name, line, limit: maximumRecord))
      case .incomplete:
        fill(max(1 << 18, buffer.count - position))
      }
    }
  }

  private func row(_ scanned: CSVScanner.Record, expecting count: Int?) -> Row {
    let start = position
    let end = scanned.end
    let startLine = line
    guard scanned.count <= CSVScanner.fieldLimit else {
      let finding =
        count.map { CSVFindings.fieldCount(member.name, startLine, found: scanned.count, expected: $0) }
        ?? CSVFindings.tooManyColumns(member.name, scanned.count, limit: CSVScanner.fieldLimit)
      position = end
      line += scanned.lineEnds
      return .rejected(CSVReject(line: startLine, raw: Array(buffer[start..<end]), finding: finding))
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(end - start)
    var ends: [Int] = []
    ends.reserveCapacity(scanned.fields.count)
    for field in scanned.fields {
      if field.hasDoubledQuotes {
        var skip = false
        for byte in buffer[field.range] {
          skip = byte == CSVScanner.quote && !skip
          if !skip { bytes.append(byte) }
        }
      } else {
        bytes += buffer[field.range]
      }
      ends.append(bytes.count)
    }
    position = end
    line += scanned.lineEnds
    if CSVScanner.containsNUL(bytes) { removeNULs(&bytes, &ends, startLine) }
    if let count {
      // Spreadsheets leave empty fields at the end of a line.
      while ends.count > count, let last = ends.last, last == (ends.dropLast().last ?? 0) {
        ends.removeLast()
      }
      if ends.count != count {
        let finding = CSVFindings.fieldCount(member.name, startLine, found: ends.count, expected: count)
        return .rejected(CSVReject(line: startLine, raw: Array(buffer[start..<end]), finding: finding))
      }
    }
    var encoding = encoding
    // Past the sample, a record may still prove the guess wrong.
    if !isWholeSample, encoding == .utf8, !TextDecoding.isUTF8(bytes) {
      encoding = .windows1252
      findings.append(CSVFindings.notUTF8(member.name, startLine))
    }
    if self.encoding == .windows1252, !saidMixed, bytes.contains(where: { $0 >= 0x80 }),
      TextDecoding.isUTF8(bytes)
    {
      saidMixed = true
      findings.append(CSVFindings.mixed(member.name, startLine))
    }
    recordCount += 1
    return .record(CSVRecord(line: startLine, bytes: bytes, ends: ends, encoding: encoding))
  }

  /// Sets the record's first line aside and goes on behind it.
  private func reject(_ finding: Finding) -> Row {
    let start = position
    let end = buffer[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? buffer.count
    let raw = [UInt8](buffer[start..<end])
    let startLine = line
    position = end
    line += 1
    return .rejected(CSVReject(line: startLine, raw: raw, finding: finding))
  }

  private func removeNULs(_ bytes: inout [UInt8], _ ends: inout [Int], _ line: Int) {
    if !saidNUL {
      saidNUL = true
      findings.append(CSVFindings.nulBytes(member.name, line))
    }
    var removed = 0
    var start = 0
    for i in ends.indices {
      let zeros = bytes[start..<ends[i]].reduce(0) { $0 + ($1 == 0 ? 1 : 0) }
      start = ends[i]
      removed += zeros
      ends[i] -= removed
    }
    bytes.removeAll { $0 == 0 }
  }

  private func skipBlankLines() {
    while position < buffer.count, buffer[position] == 0x0A || buffer[position] == 0x0D {
      if buffer[position] == 0x0A { line += 1 }
      position += 1
    }
  }

  private func fill(_ count: Int) {
    if position > 0 {
      buffer.removeFirst(position)
      position = 0
    }
    do {
      isAtEnd = try member.append(upTo: count, to: &buffer) == 0
    } catch {
      pendingError = error
      isAtEnd = true
    }
  }
}
