import Synchronization

/// Counts who waits, and turns away whom there is no place for.
final class WaitingRoom: Sendable {
  private let places: Int
  private let taken = Atomic(0)

  init(places: Int) { self.places = places }

  /// Whether there was a place.
  func enter() -> Bool {
    guard taken.add(1, ordering: .relaxed).newValue <= places else {
      leave()
      return false
    }
    return true
  }

  func leave() { taken.subtract(1, ordering: .relaxed) }
}
