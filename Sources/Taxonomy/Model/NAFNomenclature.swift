/// Names of the French classification of activities (NAF rév. 2).
public struct NAFNomenclature: Sendable {
  private let names: [String: String]

  /// - Parameter names: by code without dots (`47`, `471`, `4711F`).
  public init(names: [String: String]) {
    self.names = names
  }

  /// The division, two digits, of any code: `47.11F`, `4711F`, `47`; `nil` when it is none.
  public static func division(of code: String) -> String? {
    let compact = code.filter { $0 != "." && $0 != " " }
    let digits = compact.prefix { $0.isASCII && $0.isNumber }
    if compact.count == 1, digits.count == 1 { return "0" + digits }
    return digits.count >= 2 ? String(digits.prefix(2)) : nil
  }

  /// The name of a code, with or without dots.
  public func name(of code: String) -> String? { names[code.filter { $0 != "." && $0 != " " }.uppercased()] }

  /// Divisions with their names, by code.
  public var divisions: [(code: String, name: String)] {
    names.filter { $0.key.count == 2 }.sorted { $0.key < $1.key }.map { (code: $0.key, name: $0.value) }
  }
}
