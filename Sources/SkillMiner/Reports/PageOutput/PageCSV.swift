import Taxonomy

/// Tables of a page for spreadsheets.
package enum PageCSV {
  /// For Excel as installed in France: semicolons, decimal commas, byte order mark. Tables one after the other, each
  /// with its caption when there are several.
  package static func excel(_ page: SitePage, table id: String? = nil) -> String {
    let tables = page.tables.filter { id == nil || $0.id == id }
    var text = "\u{FEFF}"
    for (number, table) in tables.enumerated() {
      if tables.count > 1 {
        if number > 0 { text += "\r\n" }
        text += field(table.caption.plain) + "\r\n"
      }
      text += head(table).map(field).joined(separator: ";") + "\r\n"
      for row in table.rows { text += cells(row, table).map(field).joined(separator: ";") + "\r\n" }
    }
    return text
  }

  private static func head(_ table: PageTable) -> [String] {
    table.columns.enumerated().flatMap { place, column -> [String] in
      switch table.visual(of: place) {
      case .interval: [column.id, column.id + "_bas", column.id + "_haut"]
      case .spark: []
      case nil: [column.id]
      }
    }
  }

  private static func cells(_ row: [PageCell], _ table: PageTable) -> [String] {
    row.enumerated().flatMap { place, cell -> [String] in
      switch (table.visual(of: place), cell.visual) {
      case (.spark?, _): []
      case (.interval?, .interval(_, let lower, let upper, _)?): [value(cell), number(lower), number(upper)]
      case (.interval?, _): [value(cell), "", ""]
      case (nil, _): [value(cell)]
      }
    }
  }

  private static func value(_ cell: PageCell) -> String {
    switch cell.value {
    case .none: ""
    case .text(let text): text
    case .integer(let n): String(n)
    case .share(let x), .number(let x): number(x)
    case .date(let date): date.description
    }
  }

  private static func number(_ x: Double) -> String { JSONOutput.number(x).replacing(".", with: ",") }

  private static func field(_ value: String) -> String {
    let value = FormulaGuard.guarded(value, isNumber: Double(value.replacing(",", with: ".")) != nil)
    guard value.unicodeScalars.contains(where: { "\";\r\n".unicodeScalars.contains($0) }) else {
      return value
    }
    return "\"" + value.replacing("\"", with: "\"\"") + "\""
  }
}
