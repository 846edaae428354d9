/// Identifier of a concept of ESCO, as in `http://data.europa.eu/esco/skill/0005c151-…`.
public struct ESCOURI: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// What stands behind the common beginning: `skill/0005c151-5b5a-4a66-8aac-60e734beb1ab`, `isco/C2166`.
  public let path: String

  private static let base = "http://data.europa.eu/esco/"

  /// Reads a URI of ESCO, `http` or `https`; `nil` for anything else.
  public init?(_ text: some StringProtocol) {
    let text = String(text)
    let rest = ["http://", "https://"].lazy.filter(text.hasPrefix).map { text.dropFirst($0.count) }.first
    guard let rest, rest.hasPrefix("data.europa.eu/esco/") else { return nil }
    path = String(rest.dropFirst("data.europa.eu/esco/".count))
    guard path.utf8.count > 2, path.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return nil }
  }

  /// What stands behind the common beginning, as `path` gives it.
  public init?(path: String) { self.init(Self.base + path) }

  /// The whole URI.
  public var description: String { Self.base + path }

  /// Alphabetical.
  public static func < (a: ESCOURI, b: ESCOURI) -> Bool { a.path < b.path }
}
