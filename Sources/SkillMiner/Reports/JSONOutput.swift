/// Writes JSON by hand, so that the order of keys and the look of numbers are ours and never change.
package struct JSONOutput {
  /// A value ready to write.
  package indirect enum Value {
    case null
    case bool(Bool)
    case integer(Int)
    case number(Double)
    case string(String)
    case array([Value])
    case object([(String, Value)])

    package static func string(_ text: String?) -> Value { text.map { .string($0) } ?? .null }
    package static func integer(_ n: Int?) -> Value { n.map { .integer($0) } ?? .null }
  }

  /// The value on one line for scalars and small arrays, otherwise indented by two spaces a level.
  package static func text(_ value: Value) -> String {
    var out = ""
    write(value, into: &out, indent: 0)
    return out + "\n"
  }

  /// At most six decimals, no exponent: shares and their bounds.
  package static func number(_ x: Double) -> String {
    guard x.isFinite, x.magnitude < 1e12 else { return "0" }
    let millionths = Int((x.magnitude * 1_000_000).rounded())
    var fraction = String(millionths % 1_000_000)
    fraction = String(repeating: "0", count: 6 - fraction.count) + fraction
    while fraction.last == "0" { fraction.removeLast() }
    let sign = x < 0 && millionths > 0 ? "-" : ""
    return sign + String(millionths / 1_000_000) + (fraction.isEmpty ? "" : "." + fraction)
  }

  private static func write(_ value: Value, into out: inout String, indent: Int) {
    switch value {
    case .null: out += "null"
    case .bool(let b): out += b ? "true" : "false"
    case .integer(let n): out += String(n)
    case .number(let x): out += number(x)
    case .string(let s): out += quoted(s)
    case .array(let items):
      let flat = items.allSatisfy(isScalar)
      block(items.count, "[", "]", flat: flat, into: &out, indent: indent) { position, out in
        write(items[position], into: &out, indent: indent + 1)
      }
    case .object(let members):
      block(members.count, "{", "}", flat: false, into: &out, indent: indent) { position, out in
        out += quoted(members[position].0) + ": "
        write(members[position].1, into: &out, indent: indent + 1)
      }
    }
  }

  private static func block(
    _ count: Int, _ open: String, _ close: String, flat: Bool, into out: inout String, indent: Int,
    _ item: (Int, inout String) -> Void
  ) {
    out += open
    for position in 0..<count {
      if position > 0 { out += flat ? ", " : "," }
      if !flat { out += "\n" + String(repeating: "  ", count: indent + 1) }
      item(position, &out)
    }
    if count > 0, !flat { out += "\n" + String(repeating: "  ", count: indent) }
    out += close
  }

  private static func isScalar(_ value: Value) -> Bool {
    switch value {
    case .array, .object: false
    default: true
    }
  }

  /// A string with its quotes; what JSON and readers of JSON lines stumble over is escaped, everything else stays.
  package static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      // Line separators are legal in JSON and end a line for some readers of JSON lines.
      case "\u{0}"..."\u{1F}", "\u{7F}", "\u{2028}", "\u{2029}":
        let hex = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }
}
