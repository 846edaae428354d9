import SkillMiner

/// Tables as HTML.
struct TableHTML {
  let links: LinkPolicy

  func html(_ table: PageTable) -> String {
    let text = TextHTML(links: links)
    guard !table.rows.isEmpty else {
      return "<p class=\"soft\">\(text.html(table.caption)) Rien à montrer.</p>\n"
    }
    var out =
      "<div class=\"\(isSlim(table) ? "wide slim" : "wide")\" tabindex=\"0\" role=\"group\" aria-label=\"\(HTMLText.escaped(table.caption.plain))\"><table id=\"t-\(HTMLText.escaped(table.id))\">\n"
    out += "<caption><span>\(text.html(table.caption))</span></caption>\n<thead><tr>"
    for column in table.columns {
      out += "<th scope=\"col\"\(Self.style(column))>\(HTMLText.escaped(column.title))</th>"
    }
    out += "</tr></thead>\n<tbody>\n"
    for row in table.rows {
      out += "<tr>"
      for (index, cell) in row.enumerated() {
        let column = table.columns[index]
        // The first words of a row name it.
        let isHead = index == head(table)
        out +=
          isHead
          ? "<th scope=\"row\"\(Self.style(column))>"
          : "<td\(Self.style(column, cell, ofMany: table.columns.count > 4))>"
        out += content(cell, text) + (isHead ? "</th>" : "</td>")
      }
      out += "</tr>\n"
    }
    out += "</tbody></table></div>\n"
    if let more = table.more { out += "<p class=\"more\">\(text.html(more))</p>\n" }
    return out
  }

  /// A name and a few numbers: over the whole width, the eye would lose the line.
  private func isSlim(_ table: PageTable) -> Bool {
    table.columns.count <= 4 && table.columns.allSatisfy { $0.kind != .visual }
      && table.columns.count { $0.kind == .text } <= 2
      && table.rows.allSatisfy { row in row.allSatisfy { $0.note == nil && $0.text.plain.count <= 80 } }
  }

  /// The first column of words that lead somewhere, else the first of words.
  private func head(_ table: PageTable) -> Int {
    table.columns.indices.first { index in
      table.columns[index].kind == .text && (table.rows[0][index].text.runs.contains { $0.link != nil })
    } ?? table.columns.firstIndex { $0.kind == .text } ?? 0
  }

  /// - Parameter ofMany: whether the column stands beside many.
  private static func style(
    _ column: PageTable.Column, _ cell: PageCell? = nil, ofMany: Bool = false
  ) -> String {
    var names: [String] = []
    if case .date? = cell?.value { names.append("day") }
    switch column.kind {
    case .number: names.append("number")
    case .visual: names.append("visual")
    case .text: break
    }
    if cell?.value == .text(PageCell.secretWords) { names.append("secret") }
    if ofMany, let cell, column.kind == .text, isLong(cell) { names.append("words") }
    if let tone = cell?.tone, !tone.isEmpty { names.append("tone-\(tone)") }
    return names.isEmpty ? "" : " class=\"\(names.joined(separator: " "))\""
  }

  /// Sentences: in a column as narrow as its longest word they would make rows of twenty lines.
  private static func isLong(_ cell: PageCell) -> Bool {
    max(cell.text.plain.utf8.count, cell.note?.plain.utf8.count ?? 0) > 40
  }

  private func content(_ cell: PageCell, _ text: TextHTML) -> String {
    var out = text.html(cell.text)
    for badge in cell.badges {
      out +=
        " <span class=\"badge\(badge.tone.isEmpty ? "" : " badge-\(badge.tone)")\">\(HTMLText.escaped(badge.label))</span>"
    }
    if let note = cell.note { out += "<br><span class=\"note\">\(text.html(note))</span>" }
    switch cell.visual {
    case .interval(let share, let lower, let upper, let scale)?:
      out += MiniCharts.interval(share: share, lower: lower, upper: upper, scale: scale)
    case .spark(let values)?: out += MiniCharts.spark(values)
    case nil: break
    }
    return out
  }
}
