/// Columns aligned for a terminal. Widths are counted in character cells, so that accents and wide characters do not
/// break the alignment.
struct TextTable {
  enum Alignment { case left, right }

  struct Column {
    let title: String
    let width: Int
    let alignment: Alignment

    init(_ title: String, width: Int, _ alignment: Alignment = .left) {
      self.title = title
      self.width = width
      self.alignment = alignment
    }
  }

  let columns: [Column]

  /// Titles and a rule.
  var header: String { row(columns.map(\.title)) + "\n" + String(repeating: "─", count: width) }

  /// Cells of the whole table, two between columns.
  var width: Int { columns.reduce(0) { $0 + $1.width } + 2 * (columns.count - 1) }

  /// One line; a cell that is too long is cut with « … ».
  func row(_ cells: [String]) -> String {
    var line = ""
    for (position, column) in columns.enumerated() {
      let cell = Self.fit(position < cells.count ? cells[position] : "", column.width)
      let padding = String(repeating: " ", count: column.width - Self.cells(of: cell))
      if position > 0 { line += "  " }
      line += column.alignment == .right ? padding + cell : cell + padding
    }
    while line.last == " " { line.removeLast() }
    return line
  }

  /// Cuts a text to a number of cells.
  static func fit(_ text: String, _ width: Int) -> String {
    let clean = String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 })
    guard cells(of: clean) > width else { return clean }
    var kept = ""
    var used = 0
    for character in clean {
      let size = cells(of: character)
      if used + size > width - 1 { break }
      kept.append(character)
      used += size
    }
    return kept + "…"
  }

  /// Breaks a text at spaces into lines of at most `width` cells.
  static func wrapped(_ text: String, _ width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(whereSeparator: { $0 == " " || $0.isNewline }) {
      if !line.isEmpty, cells(of: line) + 1 + cells(of: String(word)) > width {
        lines.append(line)
        line = ""
      }
      line += line.isEmpty ? String(word) : " " + word
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }

  static func cells(of text: String) -> Int { text.reduce(0) { $0 + cells(of: $1) } }

  private static func cells(of character: Character) -> Int {
    guard let scalar = character.unicodeScalars.first else { return 0 }
    switch scalar.properties.generalCategory {
    case .control, .format, .nonspacingMark, .enclosingMark: return 0
    default: break
    }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF,
      0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}
