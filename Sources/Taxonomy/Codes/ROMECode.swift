/// Code of an occupation card of the ROME (one letter A–N, four digits), as in `N1103`.
public struct ROMECode: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The five characters, upper case.
  public let value: String

  /// Reads a code, ignoring surrounding spaces and case.
  ///
  /// - Returns: `nil` when the text is not a letter A–N followed by four ASCII digits.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8.drop { $0 == 0x20 || $0 == 0x09 })
    var trimmed = bytes[...]
    while let last = trimmed.last, last == 0x20 || last == 0x09 || last == 0x0D { trimmed.removeLast() }
    guard trimmed.count == 5, let first = trimmed.first else { return nil }
    let letter = first & 0xDF
    guard letter >= 0x41, letter <= 0x4E, trimmed.dropFirst().allSatisfy({ $0 >= 0x30 && $0 <= 0x39 })
    else { return nil }
    value = String(decoding: [letter] + trimmed.dropFirst(), as: UTF8.self)
  }

  /// The domain (`N11`) the card belongs to.
  public var domain: String { String(value.prefix(3)) }

  /// The grand domain (`N`) the card belongs to.
  public var grandDomain: String { String(value.prefix(1)) }

  /// The five characters.
  public var description: String { value }

  /// Alphabetical.
  public static func < (a: ROMECode, b: ROMECode) -> Bool { a.value < b.value }
}
