/// Code of a certification in the national registers: `RNCP34860` or `RS5678`.
public struct CertificationCode: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The register a certification stands in.
  public enum Register: String, Sendable {
    case rncp = "RNCP"
    case rs = "RS"
  }

  /// The register.
  public let register: Register

  /// The number within the register; positive.
  public let number: Int32

  /// Reads `RNCP34860`, `rs 5678`; `nil` for anything else.
  public init?(_ text: some StringProtocol) {
    let compact = text.uppercased().filter { $0 != " " && $0 != "\t" }
    for register in [Register.rncp, .rs] where compact.hasPrefix(register.rawValue) {
      guard let n = Int32(compact.dropFirst(register.rawValue.count)), n > 0 else { return nil }
      self.register = register
      number = n
      return
    }
    return nil
  }

  /// `RNCP34860`.
  public var description: String { register.rawValue + String(number) }

  /// By register, then number.
  public static func < (a: CertificationCode, b: CertificationCode) -> Bool {
    a.register == b.register ? a.number < b.number : a.register.rawValue < b.register.rawValue
  }
}
