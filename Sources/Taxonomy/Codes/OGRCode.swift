/// Code of an item of the ROME (competency, knowledge, appellation): a positive number, as in `300645`.
public struct OGRCode: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The number; always positive.
  public let number: Int32

  /// - Precondition: `number > 0`.
  public init(number: Int32) {
    precondition(number > 0, "an OGR code is a positive number")
    self.number = number
  }

  /// Reads a decimal number, ignoring surrounding spaces; `nil` for anything else.
  public init?(_ text: some StringProtocol) {
    var digits = Substring(text)
    while let c = digits.first, c == " " { digits.removeFirst() }
    while let c = digits.last, c == " " { digits.removeLast() }
    guard let n = Int32(digits), n > 0, digits.first != "+" else { return nil }
    number = n
  }

  /// Decimal digits.
  public var description: String { String(number) }

  /// By number.
  public static func < (a: OGRCode, b: OGRCode) -> Bool { a.number < b.number }
}
