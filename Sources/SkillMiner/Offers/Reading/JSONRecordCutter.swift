import Taxonomy

/// Cuts JSON of any length into its single offers, in memory for one offer.
final class JSONRecordCutter {
  enum Piece {
    /// A complete object.
    case record(line: Int, bytes: [UInt8])
    /// An object that does not end: the file stops, or the next one starts before it is closed.
    case cut(line: Int, bytes: [UInt8])
    /// An object above the maximum; `bytes` is its start.
    case tooLong(line: Int, bytes: [UInt8])
  }

  private let member: InputMember
  private let maximumLength: Int
  private var arrays: JSONOfferArrays
  private var buffer: [UInt8] = []
  /// Next byte to look at.
  private var position = 0
  private var start: Int?
  private var line = 1
  private var startLine = 1
  private var isAtEnd = false
  private var isSkipping = false
  private var pendingError: (any Error)?
  /// Last byte that was not white space.
  private var previous: UInt8 = 0

  init(_ member: InputMember, topLevelObjectsAreOffers: Bool, maximumLength: Int) {
    self.member = member
    self.maximumLength = maximumLength
    arrays = JSONOfferArrays(topLevelObjectsAreOffers: topLevelObjectsAreOffers)
  }

  /// Whether the text ended with an array or object still open.
  var isIncomplete: Bool { isAtEnd && arrays.depth > 0 }

  /// The next offer; `nil` at the end.
  ///
  /// - Throws: `ReadingError` when the input is damaged, after everything before it was delivered.
  func next() throws -> Piece? {
    while true {
      if let piece = scan() { return piece }
      if isAtEnd {
        if let first = start {
          start = nil
          return .cut(line: startLine, bytes: Array(buffer[first...]))
        }
        if let pendingError {
          self.pendingError = nil
          throw pendingError
        }
        return nil
      }
      if let first = start, position - first > maximumLength, !isSkipping {
        // Go through the rest of it without keeping it.
        isSkipping = true
        buffer.removeSubrange(first + OfferReader.rawLimit..<position)
        position = first + OfferReader.rawLimit
      }
      fill()
    }
  }

  private func scan() -> Piece? {
    // A local copy keeps the loop free of exclusivity checks.
    var arrays = self.arrays
    var i = position
    var line = self.line
    var previous = self.previous
    defer {
      self.arrays = arrays
      self.previous = previous
      self.line = line
      position = i
    }
    var end: (at: Int, isCut: Bool)?
    buffer.withUnsafeBufferPointer { bytes in
      while i < bytes.count {
        if arrays.isPassing {
          i = JSONBytes.endOfPlain(bytes, from: i)
          guard i < bytes.count else { return }
        }
        let byte = bytes[i]
        if byte == 0x0A {
          if start != nil {
            guard let follower = firstVisible(bytes, behind: i) else { return }
            if follower == 0x7B, isCut(arrays, previous) {
              i += 1
              line += 1
              arrays.abandonOffer()
              end = (i, true)
              return
            }
          }
          line += 1
        }
        let event = arrays.step(byte)
        if byte > 0x20 { previous = byte }
        i += 1
        switch event {
        case .none: break
        case .opened:
          start = i - 1
          startLine = line
        case .closed where start != nil:
          end = (i, false)
          return
        case .closed: break
        }
      }
    }
    return end.flatMap { finish(at: $0.at, cut: $0.isCut) }
  }

  /// Whether an object that is followed by a line starting with `{` was left unfinished.
  private func isCut(_ arrays: JSONOfferArrays, _ previous: UInt8) -> Bool {
    arrays.isInString || ![0x5B, 0x2C, 0x3A, 0x7B].contains(previous)
  }

  /// First byte behind a line end that is not white space; 0 when the text ends, `nil` when more has to be read and the
  /// line end looked at again.
  private func firstVisible(_ bytes: UnsafeBufferPointer<UInt8>, behind newline: Int) -> UInt8? {
    var i = newline + 1
    while i < bytes.count {
      if bytes[i] > 0x20 { return bytes[i] }
      i += 1
    }
    return isAtEnd || i - newline > 1024 ? 0 : nil
  }

  private func finish(at end: Int, cut: Bool) -> Piece? {
    guard let first = start else { return nil }
    start = nil
    // Also when it happens to be in the buffer whole: what is too long must not depend on how the input was chopped.
    if isSkipping || end - first > maximumLength {
      isSkipping = false
      return .tooLong(line: startLine, bytes: Array(buffer[first..<first + OfferReader.rawLimit]))
    }
    let bytes = Array(buffer[first..<end])
    return cut ? .cut(line: startLine, bytes: bytes) : .record(line: startLine, bytes: bytes)
  }

  private func fill() {
    let keep = start ?? position
    if isSkipping, let first = start {
      let head = first + OfferReader.rawLimit
      buffer.removeSubrange(head..<position)
      position = head
    }
    if keep > 0 {
      buffer.removeFirst(keep)
      position -= keep
      if start != nil { start = 0 }
    }
    do {
      isAtEnd = try member.append(upTo: max(1 << 18, min(buffer.count, 1 << 22)), to: &buffer) == 0
    } catch {
      pendingError = error
      isAtEnd = true
    }
  }
}
