/// Names of the French classification of activities (NAF rév. 2), at any of its five levels.
public struct NAFNomenclature: Hashable, Sendable {
  /// By code without dots (`C`, `47`, `471`, `4711`, `4711F`); empty where only the code is known.
  public let names: [String: String]
  /// Lengths of the codes that are known: where one of a length is, all of it are.
  private let lengths: Set<Int>

  /// - Parameter names: by code without dots.
  public init(names: [String: String]) {
    self.names = names
    lengths = Set(names.keys.map(\.utf8.count))
  }

  /// The division, two digits, of any code: `47.11F`, `4711F`, `47`; `nil` when it is none.
  public static func division(of code: String) -> String? {
    let compact = code.filter { $0 != "." && $0 != " " }
    let digits = compact.prefix { $0.isASCII && $0.isNumber }
    if compact.count == 1, digits.count == 1 { return "0" + digits }
    return digits.count >= 2 ? String(digits.prefix(2)) : nil
  }

  /// The name of a code, with or without dots.
  public func name(of code: String) -> String? { names[Self.plain(code)].flatMap { $0.isEmpty ? nil : $0 } }

  /// Whether a code exists, as far as the levels that were read can tell: without the level of a code its division
  /// decides.
  public func knows(_ code: String) -> Bool {
    let plain = Self.plain(code)
    if names[plain] != nil { return true }
    if plain.utf8.count > 2, lengths.contains(plain.utf8.count) { return false }
    return Self.division(of: plain).map { names[$0] != nil } ?? false
  }

  /// This and another: its codes are added, its names take the place of none.
  public func adding(_ other: NAFNomenclature) -> NAFNomenclature {
    NAFNomenclature(names: names.merging(other.names) { own, new in own.isEmpty ? new : own })
  }

  /// Divisions with their names, by code.
  public var divisions: [(code: String, name: String)] {
    names.filter { $0.key.count == 2 }.sorted { $0.key < $1.key }.map { (code: $0.key, name: $0.value) }
  }

  private static func plain(_ code: String) -> String { code.filter { $0 != "." && $0 != " " }.uppercased() }
}
