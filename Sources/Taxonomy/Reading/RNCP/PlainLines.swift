/// Lines of a text with white space put in order, in one walk over its bytes.
struct PlainLines {
  /// Lines that are not blank, white space single and none at the ends. The various bullets become `•`, which also ends
  /// the line before it; a zero-width space counts as white space.
  static func split(_ text: String) -> [String] {
    var lines = walk(text) { lines, kind in
      switch kind {
      case .other: return true
      case .blank, .zeroWidth: lines.hasGap = true
      case .lineEnd: lines.end()
      case .bullet:
        lines.end()
        lines.line += [0xE2, 0x80, 0xA2]
      }
      return false
    }
    lines.end()
    return lines.lines
  }

  /// All in one line: white space single and none at the ends.
  static func collapsed(_ text: String) -> String {
    let lines = walk(text) { lines, kind in
      guard kind == .blank || kind == .lineEnd else { return true }
      lines.hasGap = true
      return false
    }
    return String(decoding: lines.line, as: UTF8.self)
  }

  /// Goes through the signs of a text; `take` says whether one is kept as it is, having done what it stands for else.
  private static func walk(_ text: String, _ take: (inout PlainLines, Sign.Kind) -> Bool) -> PlainLines {
    var text = text
    return text.withUTF8 { bytes in
      var lines = PlainLines()
      var i = 0
      while i < bytes.count {
        let sign = Sign(bytes, i)
        if take(&lines, sign.kind) { lines.append(bytes, i, sign.length) }
        i += sign.length
      }
      return lines
    }
  }

  private var lines: [String] = []
  private var line: [UInt8] = []
  /// Whether white space was met since the last sign.
  private var hasGap = false

  private mutating func append(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ length: Int) {
    if hasGap, !line.isEmpty { line.append(0x20) }
    hasGap = false
    for i in start..<min(start + length, bytes.count) { line.append(bytes[i]) }
  }

  private mutating func end() {
    if !line.isEmpty { lines.append(String(decoding: line, as: UTF8.self)) }
    line.removeAll(keepingCapacity: true)
    hasGap = false
  }

  /// What the scalar at an offset is to lines.
  private struct Sign {
    enum Kind { case other, blank, zeroWidth, lineEnd, bullet }

    let kind: Kind
    /// In bytes.
    let length: Int

    init(_ bytes: UnsafeBufferPointer<UInt8>, _ i: Int) {
      let byte = bytes[i]
      func at(_ k: Int) -> UInt8 { i + k < bytes.count ? bytes[i + k] : 0 }
      switch byte {
      case 0x0A, 0x0B, 0x0D: (kind, length) = (.lineEnd, 1)
      case 0x09, 0x0C, 0x20: (kind, length) = (.blank, 1)
      case 0xC2 where at(1) == 0xA0 || at(1) == 0x85: (kind, length) = (.blank, 2)
      case 0xC2 where at(1) == 0xB7: (kind, length) = (.bullet, 2)
      case 0xE1 where at(1) == 0x9A && at(2) == 0x80, 0xE3 where at(1) == 0x80 && at(2) == 0x80:
        (kind, length) = (.blank, 3)
      case 0xE2: (kind, length) = (Self.kind(at(1), at(2)), 3)
      case 0xEF where at(1) == 0x82 && at(2) == 0xB7: (kind, length) = (.bullet, 3)
      default: (kind, length) = (.other, 1)
      }
    }

    /// Of the scalars from U+2000 on.
    private static func kind(_ second: UInt8, _ third: UInt8) -> Kind {
      switch (second, third) {
      case (0x80, 0x80...0x8A), (0x80, 0xA9), (0x80, 0xAF), (0x81, 0x9F): .blank
      case (0x80, 0x8B): .zeroWidth
      case (0x80, 0xA8): .lineEnd
      // • → ■ ▪ ► ● ◦ ✓ ➢
      case (0x80, 0xA2), (0x86, 0x92), (0x96, 0xA0), (0x96, 0xAA), (0x96, 0xBA), (0x97, 0x8F), (0x97, 0xA6),
        (0x9C, 0x93), (0x9E, 0xA2):
        .bullet
      default: .other
      }
    }
  }
}
