public import Taxonomy

/// What an accepted phrase stands for: an item of the ROME, or an item of one's own that the ROME does not hold.
public enum FormTarget: Hashable, Sendable, CustomStringConvertible {
  /// An item of the taxonomy.
  case item(OGRCode)
  /// An item of one's own, counted as a family of its own.
  case local(label: String, kind: Mention.Kind)
  /// Nothing: a phrase that was rejected and had no item.
  case none

  /// `300645`, `local:tool:Kubernetes`, or nothing.
  public var description: String {
    switch self {
    case .item(let code): code.description
    case .local(let label, let kind): "local:\(kind.rawValue):\(label)"
    case .none: ""
    }
  }

  /// Reads what `description` writes; `nil` for anything else.
  public init?(_ text: String) {
    if text.isEmpty {
      self = .none
    } else if text.hasPrefix("local:") {
      let parts = text.split(separator: ":", maxSplits: 2).map(String.init)
      guard parts.count == 3, let kind = Mention.Kind(rawValue: parts[1]), !PlainKey.fold(parts[2]).isEmpty
      else { return nil }
      self = .local(label: parts[2], kind: kind)
    } else {
      guard let code = OGRCode(text) else { return nil }
      self = .item(code)
    }
  }

  /// The item, when it is one of the taxonomy.
  public var code: OGRCode? {
    if case .item(let code) = self { return code }
    return nil
  }

  /// The family an item of one's own makes; `nil` for the others.
  public var family: CompetencyFamily? {
    guard case .local(let label, let kind) = self else { return nil }
    let id = "local-" + PlainKey.fold(label).split(separator: " ").joined(separator: "-")
    return CompetencyFamily(
      id: id, label: label, kind: CompetencyFamily.Kind(rawValue: kind.rawValue) ?? .knowledge, codes: [])
  }
}
