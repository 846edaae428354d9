import Foundation

/// Lines of a member, one at a time, in memory that does not grow with the file.
public final class LineReader {
  /// One line, without its end (LF or CRLF).
  public enum Line: Sendable {
    case text(number: Int, bytes: [UInt8])
    /// A line longer than the maximum; it was skipped.
    case tooLong(number: Int, length: Int)

    /// Its place in the member, from 1.
    public var number: Int {
      switch self {
      case .text(let number, _), .tooLong(let number, _): number
      }
    }
  }

  private let member: InputMember
  private let maximumLength: Int
  private var buffer: [UInt8] = []
  private var position = 0
  private var number = 0
  private var isAtEnd = false
  /// Damage met behind what is in the buffer.
  private var pendingError: (any Error)?

  /// - Parameter maximumLength: longest line that is returned, in bytes.
  public init(_ member: InputMember, maximumLength: Int = 64 << 20) {
    self.member = member
    self.maximumLength = maximumLength
  }

  /// The next line; `nil` at the end. A last line without an end is a line; an UTF-8 byte order mark is dropped.
  ///
  /// - Throws: `ReadingError` when the input is truncated or corrupt. The bytes of an unfinished line are delivered
  ///   before, as a line of their own.
  public func next() throws -> Line? {
    if let pending = pendingError, position == buffer.count { throw pending }
    var skipped = 0
    var searched = 0
    while true {
      if let end = newline(from: position + searched) {
        number += 1
        defer { position = end + 1 }
        return line(position..<end, skipped: skipped)
      }
      searched = buffer.count - position
      if searched > maximumLength {
        skipped += searched
        position = buffer.count
        searched = 0
      }
      if isAtEnd {
        guard position < buffer.count || skipped > 0 else {
          if let pendingError { throw pendingError }
          return nil
        }
        number += 1
        defer { position = buffer.count }
        return line(position..<buffer.count, skipped: skipped)
      }
      try fill()
    }
  }

  private func fill() throws {
    if position > 0 {
      buffer.removeFirst(position)
      position = 0
    }
    do {
      isAtEnd = try member.append(upTo: max(1 << 16, buffer.count), to: &buffer) == 0
    } catch {
      pendingError = error
      isAtEnd = true
    }
  }

  private func newline(from start: Int) -> Int? {
    buffer.withUnsafeBytes { bytes in
      guard start < bytes.count, let base = bytes.baseAddress,
        let hit = memchr(base + start, 0x0A, bytes.count - start)
      else { return nil }
      return UnsafeRawPointer(hit) - base
    }
  }

  private func line(_ range: Range<Int>, skipped: Int) -> Line {
    var range = range
    if range.count + skipped > maximumLength {
      return .tooLong(number: number, length: range.count + skipped)
    }
    if let last = buffer[range].last, last == 0x0D { range = range.lowerBound..<range.upperBound - 1 }
    if number == 1, buffer[range].starts(with: [0xEF, 0xBB, 0xBF]) {
      range = range.lowerBound + 3..<range.upperBound
    }
    return .text(number: number, bytes: Array(buffer[range]))
  }
}
