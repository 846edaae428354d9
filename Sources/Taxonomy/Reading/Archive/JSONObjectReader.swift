/// Cuts a JSON document into the objects of its outermost array, in memory for one of them; the array may be the
/// document, or the value of a key at any depth above all other arrays.
final class JSONObjectReader {
  /// One object, or what is left of one that does not end.
  enum Piece {
    case object(line: Int, bytes: [UInt8])
    case broken(line: Int)
  }

  private let member: InputMember
  private let limit: Int
  private var buffer: [UInt8] = []
  private var position = 0
  private var line = 1
  private var isAtEnd = false
  private var depth = 0
  /// Depth within the outermost array; `nil` outside of it.
  private var arrayDepth: Int?
  private var isInString = false
  private var isEscaped = false
  private var start: Int?
  private var startLine = 1

  /// - Parameter limit: longest object that is held, in bytes.
  init(_ member: InputMember, limit: Int = 32 << 20) {
    self.member = member
    self.limit = limit
  }

  /// The next object; `nil` at the end.
  ///
  /// - Throws: `ReadingError` when the input is damaged.
  func next() throws -> Piece? {
    while true {
      while position < buffer.count {
        let byte = buffer[position]
        position += 1
        if byte == 0x0A { line += 1 }
        if let piece = step(byte) { return piece }
      }
      if let first = start, position - first > limit {
        start = nil
        return .broken(line: startLine)
      }
      if isAtEnd {
        guard start != nil else { return nil }
        start = nil
        return .broken(line: startLine)
      }
      let keep = start ?? position
      buffer.removeFirst(keep)
      position -= keep
      if start != nil { start = 0 }
      isAtEnd = try member.append(upTo: 1 << 18, to: &buffer) == 0
    }
  }

  private func step(_ byte: UInt8) -> Piece? {
    if isInString {
      if isEscaped {
        isEscaped = false
      } else if byte == 0x5C {
        isEscaped = true
      } else if byte == 0x22 {
        isInString = false
      }
      return nil
    }
    switch byte {
    case 0x22: isInString = true
    case 0x5B:
      depth += 1
      if arrayDepth == nil { arrayDepth = depth }
    case 0x7B:
      if depth == arrayDepth, start == nil {
        start = position - 1
        startLine = line
      }
      depth += 1
    case 0x5D:
      depth -= 1
      if let array = arrayDepth, depth < array { arrayDepth = nil }
    case 0x7D:
      depth -= 1
      if depth == arrayDepth, let first = start {
        start = nil
        return .object(line: startLine, bytes: Array(buffer[first..<position]))
      }
    default: break
    }
    return nil
  }
}
