/// Numbers as French readers write them: narrow no-break space between thousands, decimal comma, no-break space before
/// the percent sign. Written by hand so that no locale of the machine can change a report.
public enum FrenchNumber {
  /// Between thousands.
  static let thousands = "\u{202F}"

  /// `1 234`.
  public static func integer(_ n: Int) -> String {
    let digits = Array(String(n.magnitude))
    var grouped = n < 0 ? "\u{2212}" : ""
    for (position, digit) in digits.enumerated() {
      if position > 0, (digits.count - position) % 3 == 0 { grouped += thousands }
      grouped.append(digit)
    }
    return grouped
  }

  /// `1 234,5`, rounded half away from zero.
  public static func decimal(_ x: Double, digits: Int = 1) -> String {
    guard x.isFinite, x.magnitude < 1e15 else { return "–" }
    var scale = 1
    for _ in 0..<max(0, digits) { scale *= 10 }
    let scaled = Int((x.magnitude * Double(scale)).rounded())
    let sign = x < 0 && scaled > 0 ? "\u{2212}" : ""
    guard digits > 0 else { return sign + integer(scaled) }
    let fraction = String(scaled % scale)
    return sign + integer(scaled / scale) + "," + String(repeating: "0", count: digits - fraction.count)
      + fraction
  }

  /// A share as `12 %`; one decimal below 10 %, none above, because more would pretend a precision samples do not have.
  public static func percent(_ share: Double) -> String { percentNumber(share) + "\u{A0}%" }

  /// `24–39 %`: the bounds of an interval.
  public static func percentRange(_ lower: Double, _ upper: Double) -> String {
    "\(percentNumber(lower))–\(percentNumber(upper))\u{A0}%"
  }

  /// `12/34`, as the count behind a share.
  public static func count(_ part: Int, of total: Int) -> String { "\(integer(part))/\(integer(total))" }

  /// `1 offre`, `2 offres`: a number with its word, which stays beside it; below two the word stands in the singular.
  public static func count(_ n: Int, _ one: String, _ many: String) -> String {
    "\(integer(n))\u{A0}\(n < 2 ? one : many)"
  }

  private static func percentNumber(_ share: Double) -> String {
    let value = share * 100
    return decimal(value, digits: value.magnitude < 9.95 && value != 0 ? 1 : 0)
  }
}
