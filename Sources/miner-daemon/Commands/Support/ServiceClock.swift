import Foundation
import SkillMiner
import Taxonomy

/// The time of a service: injected, so that a day passes in a test as fast as it likes.
struct ServiceClock: Sendable {
  /// Milliseconds since 1970, UTC; for time stamps, limits and measurements.
  let milliseconds: @Sendable () -> Int
  /// The day statistics are made on.
  let today: @Sendable () -> CalendarDate

  /// The computer's clock.
  ///
  /// - Parameter fixed: the day to take for today, whatever the computer says.
  static func system(today fixed: CalendarDate? = nil) -> ServiceClock {
    ServiceClock(
      milliseconds: { Int(Date().timeIntervalSince1970 * 1000) },
      today: { fixed ?? Timestamp(seconds: Int(Date().timeIntervalSince1970)).day })
  }

  /// The second that runs.
  func now() -> Timestamp { Timestamp(seconds: milliseconds() / 1000) }

  /// The moment an act bears.
  func moment() -> AuditMoment { now().moment }
}
