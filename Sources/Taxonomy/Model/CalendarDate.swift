/// A day of the Gregorian calendar without time or zone: what offers and certifications are dated by.
public struct CalendarDate: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// 1 to 9999.
  public let year: Int
  /// 1 to 12.
  public let month: Int
  /// 1 to 31.
  public let day: Int

  /// `nil` when the day does not exist.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      day >= 1, day <= Self.days(inMonth: month, of: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `2024-02-22`, with or without a time behind it (`2024-02-22T09:00:00Z`), or `22/02/2024`.
  public init?(_ text: some StringProtocol) {
    let b = Array(text.utf8.prefix(10))
    guard b.count == 10 else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      var n = 0
      for i in range {
        guard b[i] >= 0x30, b[i] <= 0x39 else { return nil }
        n = n * 10 + Int(b[i] - 0x30)
      }
      return n
    }
    if b[4] == 0x2D, b[7] == 0x2D, let y = number(0..<4), let m = number(5..<7), let d = number(8..<10) {
      self.init(year: y, month: m, day: d)
    } else if b[2] == 0x2F, b[5] == 0x2F, let d = number(0..<2), let m = number(3..<5), let y = number(6..<10)
    {
      self.init(year: y, month: m, day: d)
    } else {
      return nil
    }
  }

  /// Months since January of year 0; the unit in which offers are counted over time.
  public var monthIndex: Int { year * 12 + month - 1 }

  /// `2024-02-22`.
  public var description: String {
    "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
  }

  /// Earlier first.
  public static func < (a: CalendarDate, b: CalendarDate) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }

  private static func padded(_ n: Int, _ width: Int) -> String {
    let s = String(n)
    return String(repeating: "0", count: max(0, width - s.count)) + s
  }

  private static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    default: 31
    }
  }
}
