import Foundation

/// Finds where one CSV record and its fields end.
enum CSVScanner {
  struct Field {
    /// Without the surrounding quotes.
    let range: Range<Int>
    let hasDoubledQuotes: Bool
  }

  /// Fields told of one record: no table of ours has a hundred, and a file of nothing but delimiters must not fill the
  /// memory.
  static let fieldLimit = 10_000

  struct Record {
    /// The first `fieldLimit` of them.
    var fields: [Field] = []
    /// How many there are.
    var count = 0
    /// Behind the line end.
    var end = 0
    /// Line ends within the record and behind it.
    var lineEnds = 0
  }

  enum Result {
    case complete(Record)
    /// More bytes are needed; at the end of the file: a quote is not closed.
    case incomplete
  }

  static let quote = UInt8(ascii: "\"")

  /// Scans the record that starts at `start`.
  static func scan(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, delimiter: UInt8, isAtEnd: Bool
  ) -> Result {
    guard let base = bytes.baseAddress else { return .incomplete }
    let count = bytes.count
    var record = Record()
    var i = start
    while true {
      var range: Range<Int>
      var doubled = false
      if i < count, base[i] == quote {
        let first = i + 1
        i = first
        while true {
          guard let hit = find(quote, base, i, count) else { return .incomplete }
          i = hit
          if i + 1 < count, base[i + 1] == quote {
            doubled = true
            i += 2
          } else if i + 1 == count, !isAtEnd {
            return .incomplete
          } else {
            break
          }
        }
        range = first..<i
        var from = first
        while let hit = find(0x0A, base, from, i) {
          record.lineEnds += 1
          from = hit + 1
        }
        i += 1
        // Text behind a closing quote belongs to nothing; it is passed over up to the delimiter.
        while i < count, base[i] != delimiter, base[i] != 0x0A { i += 1 }
      } else {
        let first = i
        while i < count, base[i] != delimiter, base[i] != 0x0A { i += 1 }
        var last = i
        if last > first, base[last - 1] == 0x0D, i == count || base[i] == 0x0A { last -= 1 }
        range = first..<last
      }
      if i == count, !isAtEnd { return .incomplete }
      record.count += 1
      if record.count <= fieldLimit { record.fields.append(Field(range: range, hasDoubledQuotes: doubled)) }
      if i == count || base[i] == 0x0A {
        record.end = min(i + 1, count)
        record.lineEnds += i == count ? 0 : 1
        return .complete(record)
      }
      i += 1
    }
  }

  /// Whether a zero byte is among the bytes.
  static func containsNUL(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map { find(0, $0, 0, buffer.count) != nil } ?? false
    }
  }

  private static func find(_ byte: UInt8, _ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Int? {
    guard start < end, let hit = memchr(base + start, Int32(byte), end - start) else { return nil }
    return hit - UnsafeMutableRawPointer(mutating: base)
  }
}
