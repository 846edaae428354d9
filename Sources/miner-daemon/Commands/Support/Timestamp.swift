import SkillMiner
import Taxonomy

/// A second of UTC.
struct Timestamp: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Seconds since 1970.
  let seconds: Int

  static func < (a: Timestamp, b: Timestamp) -> Bool { a.seconds < b.seconds }

  /// The day it lies in.
  var day: CalendarDate {
    let (year, month, day) = Self.civil(days: days)
    guard let date = CalendarDate(year: year, month: month, day: day) else {
      preconditionFailure("the algorithm gives days that exist")
    }
    return date
  }

  /// As the log of reviews keeps it.
  var moment: AuditMoment { AuditMoment(day: day, second: seconds - days * 86400) }

  /// `2026-11-21T10:24:04Z`
  var description: String {
    let rest = seconds - days * 86400
    return "\(day)T\(Self.two(rest / 3600)):\(Self.two(rest / 60 % 60)):\(Self.two(rest % 60))Z"
  }

  private var days: Int { seconds >= 0 ? seconds / 86400 : -((86399 - seconds) / 86400) }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// Days since 1970 to a day of the Gregorian calendar (Hinnant, *chrono-Compatible Low-Level Date Algorithms*).
  private static func civil(days: Int) -> (Int, Int, Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let ofEra = shifted - era * 146_097
    let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * ofYear + 2) / 153
    let day = ofYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }
}
