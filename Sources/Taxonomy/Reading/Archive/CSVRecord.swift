/// One record of a CSV file; fields are decoded when asked for.
public struct CSVRecord: Sendable {
  /// Line the record starts on, from 1.
  public let line: Int

  let bytes: [UInt8]
  let ends: [Int]
  let encoding: TextDecoding.Encoding

  /// Number of fields.
  public var count: Int { ends.count }

  /// The text of a field, quotes resolved.
  public subscript(field: Int) -> String {
    decode((field == 0 ? 0 : ends[field - 1])..<ends[field])
  }

  /// The text of a column, without surrounding white space; empty when there is no such column.
  public func value(_ column: Int?) -> String {
    guard let column, column < count else { return "" }
    var range = (column == 0 ? 0 : ends[column - 1])..<ends[column]
    while let byte = bytes[range].first, Self.isSpace(byte) {
      range = range.lowerBound + 1..<range.upperBound
    }
    while let byte = bytes[range].last, Self.isSpace(byte) { range = range.lowerBound..<range.upperBound - 1 }
    return decode(range)
  }

  /// In a file of mixed encodings each field is read in its own: what is well-formed UTF-8 is nothing else.
  private func decode(_ range: Range<Int>) -> String {
    let field = bytes[range]
    if encoding == .windows1252, TextDecoding.isUTF8(Array(field)) {
      return TextDecoding.decode(field, as: .utf8)
    }
    return TextDecoding.decode(field, as: encoding)
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }
}

/// A record that could not be used, kept as it was so that nothing is lost.
public struct CSVReject: Sendable {
  /// Line the record starts on, from 1.
  public let line: Int
  /// The record as it stands in the file.
  public let raw: [UInt8]
  /// What is wrong and what to do.
  public let finding: Finding
}
