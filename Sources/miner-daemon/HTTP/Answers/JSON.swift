import SkillMiner

/// A JSON value written in the order its members were given.
indirect enum JSON: Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  case number(Double)
  case string(String)
  case array([JSON])
  case object([(String, JSON)])
  /// Text that is JSON already.
  case raw(String)

  static func string(_ text: String?) -> JSON { text.map { .string($0) } ?? .null }
  static func integer(_ number: Int?) -> JSON { number.map { .integer($0) } ?? .null }
  static func strings(_ texts: some Sequence<String>) -> JSON { .array(texts.map { .string($0) }) }

  /// One line, without a line feed.
  var text: String {
    switch self {
    case .null: "null"
    case .bool(let value): value ? "true" : "false"
    case .integer(let value): String(value)
    case .number(let value): CSVOutput.number(value)
    case .string(let value): JSONText.string(value)
    case .array(let items): "[" + items.map(\.text).joined(separator: ",") + "]"
    case .object(let members):
      "{" + members.map { JSONText.string($0.0) + ":" + $0.1.text }.joined(separator: ",") + "}"
    case .raw(let text): text
    }
  }
}
