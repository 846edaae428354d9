import Hummingbird
import NIOCore
import SkillMiner

/// The whole body of a request, bounded in size and time.
enum BodyBytes {
  /// Seconds a body of this kind may take.
  static let seconds = 30

  /// - Throws: `Problem` when the body is larger, or slower, than it may be.
  static func collect(_ request: Request, limit: Int) async throws -> [UInt8] {
    if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > limit {
      throw tooLarge(limit)
    }
    let body = request.body
    return try await withThrowingTaskGroup(of: [UInt8].self) { group in
      group.addTask {
        var bytes: [UInt8] = []
        for try await part in body {
          guard bytes.count + part.readableBytes <= limit else { throw tooLarge(limit) }
          bytes.append(contentsOf: part.readableBytesView)
        }
        return bytes
      }
      group.addTask {
        try await Task.sleep(for: .seconds(seconds))
        throw Problem(.timeout, "L’envoi a duré plus de \(seconds)\u{A0}s.")
      }
      defer { group.cancelAll() }
      return try await group.next() ?? []
    }
  }

  private static func tooLarge(_ limit: Int) -> Problem {
    Problem(.tooLarge, "Le corps dépasse \(FrenchNumber.integer(limit / 1024))\u{A0}Kio.")
  }
}
