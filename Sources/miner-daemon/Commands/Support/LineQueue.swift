import Foundation
import Taxonomy

/// Lines of an input, handed out in numbered portions to several threads.
final class LineQueue: @unchecked Sendable {
  /// Lines that one thread works on at a time.
  struct Portion {
    /// From 0, without gaps.
    let number: Int
    let lines: [LineReader.Line]
  }

  private static let maximumLines = 64
  /// A portion of long lines is shorter (bytes).
  private static let maximumBytes = 1 << 18

  private let lock = NSLock()
  private let lines: LineReader
  private var taken = 0
  private var isAtEnd = false
  /// What ended the input before its end; look at it when all portions are taken.
  private(set) var failure: (any Error)?

  init(_ member: InputMember) { lines = LineReader(member) }

  /// The next portion; `nil` at the end. What was read before damage is handed out.
  func take() -> Portion? {
    lock.withLock {
      var portion: [LineReader.Line] = []
      var bytes = 0
      while !isAtEnd, portion.count < Self.maximumLines, bytes < Self.maximumBytes {
        do {
          guard let line = try lines.next() else {
            isAtEnd = true
            break
          }
          if case .text(_, let content) = line { bytes += content.count }
          portion.append(line)
        } catch {
          failure = error
          isAtEnd = true
        }
      }
      if portion.isEmpty { return nil }
      defer { taken += 1 }
      return Portion(number: taken, lines: portion)
    }
  }
}
