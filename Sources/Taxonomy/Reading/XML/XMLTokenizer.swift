import Foundation

/// Cuts XML into tags and text without building anything, in memory for one token.
///
/// Written here and not taken from a library: feeds are flat lists of records of which a broken one must not cost the
/// others, documents are hundreds of megabytes, and nothing must ever be expanded or fetched. So there are no
/// entities but the five of XML and numbers, no DTD, no namespaces.
final class XMLTokenizer {
  enum Token {
    /// Raw text; a run of text may come in several tokens.
    case text(Range<Int>)
    case cdata(Range<Int>)
    /// What stands between `<` and `>`.
    case open(Range<Int>, isEmpty: Bool)
    /// The name between `</` and `>`.
    case close(Range<Int>)
    /// A document type declaration.
    case doctype(Range<Int>)
    /// A comment or processing instruction.
    case other(Range<Int>)
    /// Markup without an end within the limit; it was skipped.
    case tooLong
  }

  /// Bytes the ranges of the last token point into.
  private(set) var buffer: [UInt8] = []
  /// Bytes of the last token, markup included.
  private(set) var tokenRange = 0..<0
  /// Line the last token starts on.
  private(set) var line = 1

  private let member: InputMember
  private let tokenLimit: Int
  private var position = 0
  private var nextLine = 1
  private var isAtEnd = false
  private var pendingError: (any Error)?

  init(_ member: InputMember, tokenLimit: Int) {
    self.member = member
    self.tokenLimit = tokenLimit
  }

  /// The first bytes, which stay to be read.
  func start(_ count: Int) -> ArraySlice<UInt8> {
    while buffer.count < count, !isAtEnd { fill() }
    return buffer.prefix(count)
  }

  /// Passes over bytes at the start.
  func skip(_ count: Int) { position += count }

  /// The next token; `nil` at the end.
  ///
  /// - Throws: `ReadingError` when the input is damaged, after everything before it was delivered.
  func next() throws -> Token? {
    while true {
      if position == buffer.count {
        if isAtEnd {
          if let pendingError { throw pendingError }
          return nil
        }
        fill()
        continue
      }
      if let (token, end) = scan() {
        take(upTo: end)
        return token
      }
      if isAtEnd {
        // Markup that never ends is text that belongs to nothing.
        let rest = position..<buffer.count
        take(upTo: buffer.count)
        return .text(rest)
      }
      if buffer.count - position > tokenLimit {
        take(upTo: buffer.count)
        return .tooLong
      }
      fill()
    }
  }

  private func take(upTo end: Int) {
    line = nextLine
    nextLine += lineEnds(position..<end)
    tokenRange = position..<end
    position = end
  }

  private func scan() -> (Token, end: Int)? {
    buffer.withUnsafeBufferPointer { bytes -> (Token, end: Int)? in
      let start = position
      guard bytes[start] == 0x3C else {
        let end = Self.find(0x3C, bytes, start) ?? bytes.count
        return (.text(start..<end), end)
      }
      guard start + 1 < bytes.count else { return nil }
      switch bytes[start + 1] {
      case 0x21:  // !
        guard bytes.count - start >= 9 || isAtEnd else { return nil }
        if Self.matches("<!--", bytes, start) {
          return Self.end("-->", bytes, start + 4).map { (.other(start + 4..<$0), $0 + 3) }
        }
        if Self.matches("<![CDATA[", bytes, start) {
          return Self.end("]]>", bytes, start + 9).map { (.cdata(start + 9..<$0), $0 + 3) }
        }
        return Self.doctypeEnd(bytes, start + 2).map { (.doctype(start + 2..<$0), $0 + 1) }
      case 0x3F:  // ?
        return Self.end("?>", bytes, start + 2).map { (.other(start + 2..<$0), $0 + 2) }
      case 0x2F:  // /
        return Self.find(0x3E, bytes, start + 2).map { (.close(start + 2..<$0), $0 + 1) }
      case let byte
      where byte >= 0x80 || byte == 0x5F || byte == 0x3A || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A:
        return Self.tagEnd(bytes, start + 1).map { end in
          let isEmpty = bytes[end - 1] == 0x2F
          return (.open(start + 1..<(isEmpty ? end - 1 : end), isEmpty: isEmpty), end + 1)
        }
      default:
        // A lone sign in a text: `a < b`.
        let end = Self.find(0x3C, bytes, start + 1) ?? bytes.count
        return (.text(start..<end), end)
      }
    }
  }

  private static func find(_ byte: UInt8, _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
    guard start < bytes.count, let base = bytes.baseAddress,
      let hit = memchr(base + start, Int32(byte), bytes.count - start)
    else { return nil }
    return UnsafeRawPointer(hit) - UnsafeRawPointer(base)
  }

  private static func matches(_ text: StaticString, _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool
  {
    guard bytes.count - start >= text.utf8CodeUnitCount, let base = bytes.baseAddress else { return false }
    return memcmp(base + start, text.utf8Start, text.utf8CodeUnitCount) == 0
  }

  private static func end(
    _ text: StaticString, _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int
  ) -> Int? {
    var from = start
    while let hit = find(text.utf8Start[0], bytes, from) {
      if matches(text, bytes, hit) { return hit }
      from = hit + 1
    }
    return nil
  }

  /// The `>` of a tag; one within quotes does not count.
  private static func tagEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
    var quote: UInt8 = 0
    for i in start..<bytes.count {
      let byte = bytes[i]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == 0x3E {
        return i
      } else if byte == 0x22 || byte == 0x27 {
        quote = byte
      }
    }
    return nil
  }

  /// The `>` of a document type declaration, its internal subset passed over.
  private static func doctypeEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
    var depth = 0
    for i in start..<bytes.count {
      switch bytes[i] {
      case 0x5B: depth += 1
      case 0x5D: depth -= 1
      case 0x3E where depth <= 0: return i
      default: break
      }
    }
    return nil
  }

  private func lineEnds(_ range: Range<Int>) -> Int {
    buffer.withUnsafeBufferPointer { bytes in
      var count = 0
      var from = range.lowerBound
      while let hit = Self.find(0x0A, bytes, from), hit < range.upperBound {
        count += 1
        from = hit + 1
      }
      return count
    }
  }

  private func fill() {
    if position > 0 {
      buffer.removeFirst(position)
      position = 0
    }
    do {
      isAtEnd = try member.append(upTo: max(1 << 18, buffer.count), to: &buffer) == 0
    } catch {
      pendingError = error
      isAtEnd = true
    }
  }
}
