import NIOCore

/// Ends uploads that only trickle: a client that sends a byte a minute must not hold a connection and a file for ever.
struct BodyPace {
  /// Milliseconds before anything is expected.
  static let grace = 60_000
  /// Bytes a second that are slow but honest.
  static let least = 256

  private let clock: ServiceClock
  private let start: Int
  private var bytes = 0

  init(clock: ServiceClock) {
    self.clock = clock
    start = clock.milliseconds()
  }

  /// - Throws: `Problem` when too little has come for the time that has passed.
  mutating func count(_ buffer: ByteBuffer) throws {
    bytes += buffer.readableBytes
    let elapsed = clock.milliseconds() - start
    guard elapsed < Self.grace || bytes >= elapsed / 1000 * Self.least else {
      throw Problem(.timeout, "L’envoi est trop lent. Reprenez-le par morceaux\u{A0}: POST /api/v1/uploads.")
    }
  }
}
