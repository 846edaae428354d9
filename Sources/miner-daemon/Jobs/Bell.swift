/// Wakes one sleeper; rings between two sleeps are one.
final class Bell: Sendable {
  private let stream: AsyncStream<Void>
  private let continuation: AsyncStream<Void>.Continuation

  init() { (stream, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1)) }

  func ring() { continuation.yield() }

  /// The rings, for one listener.
  var rings: AsyncStream<Void> { stream }
}
