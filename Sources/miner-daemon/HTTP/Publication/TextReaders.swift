import Foundation
import SkillMiner

/// Readers over one engine, made when they are needed: each is used by one thread at a time.
final class TextReaders: @unchecked Sendable {
  private let engine: ReadingEngine
  private let lock = NSLock()
  private var idle: [RawTextReader] = []

  init(engine: ReadingEngine) { self.engine = engine }

  /// Lends a reader for the time of a body.
  func withReader<Value>(_ body: (RawTextReader) throws -> Value) throws -> Value {
    let reader = try lock.withLock { idle.popLast() } ?? RawTextReader(engine: engine)
    defer { lock.withLock { idle.append(reader) } }
    return try body(reader)
  }
}
