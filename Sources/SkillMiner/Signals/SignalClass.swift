/// What may be said of a family between two windows (STATISTICS, section 4).
public enum SignalClass: String, Sendable, CaseIterable {
  case emerging
  case growing
  case declining
  case vanishing
  case stable
  case undetermined
  case insufficient

  /// What is said first in a table.
  static let order: [SignalClass: Int] = [
    .emerging: 0, .growing: 1, .vanishing: 2, .declining: 3, .stable: 4, .undetermined: 5, .insufficient: 6,
  ]
}
