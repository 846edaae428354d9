import Taxonomy

/// The two periods a signal compares, in whole months.
public struct SignalWindows: Hashable, Sendable {
  /// Months of the recent period (`CalendarDate.monthIndex`).
  public let recent: ClosedRange<Int>
  /// Months of the reference period.
  public let reference: ClosedRange<Int>

  /// Makes the value from its parts; `nil` when the periods overlap.
  public init?(recent: ClosedRange<Int>, reference: ClosedRange<Int>) {
    guard !recent.overlaps(reference) else { return nil }
    self.recent = recent
    self.reference = reference
  }

  /// Whether both periods hold the same calendar months, so that no season tells them apart.
  public var areSameMonths: Bool {
    recent.count == reference.count && (recent.lowerBound - reference.lowerBound) % 12 == 0
  }

  /// Months from the first to the last of both.
  public var span: ClosedRange<Int> {
    min(recent.lowerBound, reference.lowerBound)...max(recent.upperBound, reference.upperBound)
  }

  /// Reads `2025-01..2025-12` or `2025`.
  public static func months(_ text: String) -> ClosedRange<Int>? {
    if text.utf8.count == 4, let first = month(text + "-01") { return first...(first + 11) }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[1].isEmpty, let first = month(String(parts[0])),
      let last = month(String(parts[2])), first <= last
    else { return nil }
    return first...last
  }

  /// `2025-01..2025-12`.
  public static func text(_ months: ClosedRange<Int>) -> String {
    "\(text(month: months.lowerBound))..\(text(month: months.upperBound))"
  }

  /// `2025-01`.
  public static func text(month: Int) -> String {
    let number = month % 12 + 1
    return "\(month / 12)-\(number < 10 ? "0" : "")\(number)"
  }

  private static func month(_ text: String) -> Int? {
    text.utf8.count == 7 ? CalendarDate(text + "-01")?.monthIndex : nil
  }
}
