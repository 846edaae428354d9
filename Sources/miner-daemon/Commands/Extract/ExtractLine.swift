/// The fields of an offer read straight from the bytes of a line: the plain case of JSON, at several times the speed of a
/// general reader. What is not plain (an error, a repeated field, a number in an unusual shape, deep nesting) is left
/// to the general reader, which also says what is wrong.
struct ExtractLine {
  /// Values of the fields that are strings; `identifier` also of an integer.
  private(set) var identifier: String?
  private(set) var title: String?
  private(set) var intitule: String?
  private(set) var description: String?
  private(set) var code: String?
  private(set) var romeCode: String?

  private static let deepest = 32

  /// - Returns: `nil` when the line is not plain.
  init?(_ line: [UInt8]) {
    let isPlain = line.withUnsafeBufferPointer { read(JSONScanner(bytes: $0)) }
    if !isPlain { return nil }
  }

  private enum Field: UInt8 {
    case identifier = 1
    case title = 2
    case intitule = 4
    case description = 8
    case code = 16
    case romeCode = 32
  }

  private static func field(_ key: UnsafeBufferPointer<UInt8>) -> Field? {
    func equals(_ name: StaticString) -> Bool {
      key.count == name.utf8CodeUnitCount
        && key.elementsEqual(UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    }
    switch key.count {
    case 2: return equals("id") ? .identifier : nil
    case 5: return equals("title") ? .title : nil
    case 8: return equals("intitule") ? .intitule : equals("romeCode") ? .romeCode : nil
    case 9: return equals("rome_code") ? .code : nil
    case 11: return equals("description") ? .description : nil
    default: return nil
    }
  }

  private mutating func read(_ given: JSONScanner) -> Bool {
    var scanner = given
    scanner.skipSpaces()
    guard scanner.take(0x7B) else { return false }
    scanner.skipSpaces()
    var seen: UInt8 = 0
    if scanner.take(0x7D) { return scanner.isAtEnd }
    while true {
      guard let key = scanner.plainString() else { return false }
      scanner.skipSpaces()
      guard scanner.take(0x3A) else { return false }
      scanner.skipSpaces()
      if let field = Self.field(key) {
        guard seen & field.rawValue == 0, keep(field, &scanner) else { return false }
        seen |= field.rawValue
      } else {
        guard scanner.skipValue(deepest: Self.deepest) else { return false }
      }
      scanner.skipSpaces()
      if scanner.take(0x7D) { return scanner.isAtEnd }
      guard scanner.take(0x2C) else { return false }
      scanner.skipSpaces()
    }
  }

  private mutating func keep(_ field: Field, _ scanner: inout JSONScanner) -> Bool {
    guard scanner.next == 0x22 else {
      if field == .identifier {
        identifier = scanner.integer()
        return identifier != nil
      }
      return scanner.skipValue(deepest: Self.deepest)
    }
    guard let value = scanner.string() else { return false }
    switch field {
    case .identifier: identifier = value
    case .title: title = value
    case .intitule: intitule = value
    case .description: description = value
    case .code: code = value
    case .romeCode: romeCode = value
    }
    return true
  }
}
