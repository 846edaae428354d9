public import Taxonomy

/// When something was done: a second of universal time, kept and compared as its text `2026-11-21T09:30:00Z`.
public struct AuditMoment: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
  /// The day.
  public let day: CalendarDate
  /// Seconds since midnight, 0 to 86 399.
  public let second: Int

  /// The first second of a day: for commands that are given a day and no clock.
  public init(day: CalendarDate, second: Int = 0) {
    self.day = day
    self.second = min(max(0, second), 86_399)
  }

  /// Reads `2026-11-21T09:30:00Z`; `nil` for anything else.
  public init?(_ text: some StringProtocol) {
    let b = Array(text.utf8)
    guard b.count == 20, b[10] == 0x54, b[13] == 0x3A, b[16] == 0x3A, b[19] == 0x5A,
      let day = CalendarDate(text)
    else { return nil }
    func number(_ at: Int, below limit: Int) -> Int? {
      guard (0x30...0x39).contains(b[at]), (0x30...0x39).contains(b[at + 1]) else { return nil }
      let n = Int(b[at] - 0x30) * 10 + Int(b[at + 1] - 0x30)
      return n < limit ? n : nil
    }
    guard let h = number(11, below: 24), let m = number(14, below: 60), let s = number(17, below: 60) else {
      return nil
    }
    self.init(day: day, second: h * 3600 + m * 60 + s)
  }

  /// `2026-11-21T09:30:00Z`.
  public var description: String {
    func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
    return "\(day)T\(two(second / 3600)):\(two(second / 60 % 60)):\(two(second % 60))Z"
  }

  /// Earlier first.
  public static func < (a: AuditMoment, b: AuditMoment) -> Bool { (a.day, a.second) < (b.day, b.second) }

  /// Reads the text form.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let moment = AuditMoment(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "moment \(text)")
    }
    self = moment
  }

  /// Writes the text form.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
