/// Fills the table of a `JSONTree`.
struct JSONTreeParser {
  private static let depthLimit = 512

  private let bytes: UnsafeBufferPointer<UInt8>
  private var entries: [JSONTree.Entry] = []
  /// Numbers of the objects and arrays that are open.
  private var open: [Int] = []
  private var i = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    entries.reserveCapacity(bytes.count / 24 + 8)
  }

  mutating func parse() throws(JSONTree.SyntaxError) -> [JSONTree.Entry] {
    skipBlanks()
    try value()
    while let container = open.last {
      skipBlanks()
      let isObject = entries[container].kind == .object
      guard i < bytes.count else { throw error }
      if bytes[i] == (isObject ? 0x7D : 0x5D) {
        i += 1
        close(container)
        continue
      }
      // A comma stands between members, none behind the opening bracket; one before the closing one is forgiven.
      if entries.count > container + 1 {
        guard bytes[i] == 0x2C else { throw error }
        i += 1
        skipBlanks()
        if i < bytes.count, bytes[i] == (isObject ? 0x7D : 0x5D) { continue }
      }
      if isObject {
        try string()
        skipBlanks()
        guard i < bytes.count, bytes[i] == 0x3A else { throw error }
        i += 1
        skipBlanks()
      }
      try value()
    }
    skipBlanks()
    guard i == bytes.count else { throw error }
    return entries
  }

  private var error: JSONTree.SyntaxError { JSONTree.SyntaxError(offset: i) }

  @inline(__always)
  private mutating func skipBlanks() {
    while i < bytes.count, bytes[i] <= 0x20, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[i]) { i += 1 }
  }

  private mutating func close(_ container: Int) {
    entries[container].end = Int32(i)
    entries[container].next = Int32(entries.count)
    open.removeLast()
  }

  private mutating func add(_ kind: JSONTree.Kind, _ range: Range<Int>) {
    entries.append(
      JSONTree.Entry(
        kind: kind, start: Int32(range.lowerBound), end: Int32(range.upperBound),
        next: Int32(entries.count + 1)))
  }

  private mutating func value() throws(JSONTree.SyntaxError) {
    guard i < bytes.count else { throw error }
    switch bytes[i] {
    case 0x22: try string()
    case 0x7B, 0x5B:
      guard open.count < Self.depthLimit else { throw error }
      open.append(entries.count)
      add(bytes[i] == 0x7B ? .object : .array, i..<i + 1)
      i += 1
    case 0x2D, 0x30...0x39: try number()
    case 0x74: try literal("true")
    case 0x66: try literal("false")
    case 0x6E: try literal("null")
    default: throw error
    }
  }

  private mutating func literal(_ word: StaticString) throws(JSONTree.SyntaxError) {
    let end = i + word.utf8CodeUnitCount
    guard end <= bytes.count else { throw error }
    for k in i..<end where bytes[k] != word.utf8Start[k - i] { throw error }
    add(.literal, i..<end)
    i = end
  }

  private mutating func string() throws(JSONTree.SyntaxError) {
    guard i < bytes.count, bytes[i] == 0x22 else { throw error }
    i += 1
    let start = i
    var kind = JSONTree.Kind.string
    while true {
      i = JSONBytes.endOfPlain(bytes, from: i)
      guard i < bytes.count, bytes[i] >= 0x20 else { throw error }
      if bytes[i] == 0x22 { break }
      kind = .escaped
      try escape()
    }
    add(kind, start..<i)
    i += 1
  }

  private mutating func escape() throws(JSONTree.SyntaxError) {
    guard i + 1 < bytes.count else { throw error }
    switch bytes[i + 1] {
    case 0x22, 0x5C, 0x2F, 0x62, 0x66, 0x6E, 0x72, 0x74: i += 2
    case 0x75:
      guard let unit = JSONBytes.unit(bytes, i + 2) else { throw error }
      if !(0xD800..<0xE000).contains(unit) {
        i += 6
        return
      }
      guard unit < 0xDC00, i + 7 < bytes.count, bytes[i + 6] == 0x5C, bytes[i + 7] == 0x75,
        let low = JSONBytes.unit(bytes, i + 8), (0xDC00..<0xE000).contains(low)
      else { throw error }
      i += 12
    default: throw error
    }
  }

  private mutating func number() throws(JSONTree.SyntaxError) {
    let start = i
    if bytes[i] == 0x2D { i += 1 }
    guard i < bytes.count, ASCII.isDigit(bytes[i]) else { throw error }
    if bytes[i] == 0x30 { i += 1 } else { digits() }
    if i < bytes.count, bytes[i] == 0x2E {
      i += 1
      guard i < bytes.count, ASCII.isDigit(bytes[i]) else { throw error }
      digits()
    }
    if i < bytes.count, bytes[i] | 0x20 == 0x65 {
      i += 1
      if i < bytes.count, bytes[i] == 0x2B || bytes[i] == 0x2D { i += 1 }
      guard i < bytes.count, ASCII.isDigit(bytes[i]) else { throw error }
      digits()
    }
    add(.number, start..<i)
  }

  private mutating func digits() {
    while i < bytes.count, ASCII.isDigit(bytes[i]) { i += 1 }
  }
}
