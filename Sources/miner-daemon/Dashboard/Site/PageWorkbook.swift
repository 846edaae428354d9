import CXLSXWriter
import Foundation
import SkillMiner
import Taxonomy

/// A page as a workbook: a sheet *Lisez-moi* that explains, then a sheet a table, with typed columns and French formats.
enum PageWorkbook {
  /// - Throws: `CommandFailure` when the temporary file cannot be written or read.
  static func bytes(_ page: SitePage, fingerprint: String, releases: String, today: CalendarDate) throws
    -> [UInt8]
  {
    let file = FileManager.default.temporaryDirectory.appending(path: "skillminer-\(UUID().uuidString).xlsx")
    defer { try? FileManager.default.removeItem(at: file) }
    guard let book = workbook_new(file.path) else { throw failure() }
    var properties = lxw_doc_properties()
    properties.created = seconds(today)
    workbook_set_properties(book, &properties)
    let formats = Formats(book)
    readMe(page, fingerprint, releases, book, formats)
    var names: Set<String> = ["lisez-moi"]
    for table in page.tables where !table.rows.isEmpty { write(table, sheet(table, &names), book, formats) }
    guard workbook_close(book) == LXW_NO_ERROR else { throw failure() }
    do { return [UInt8](try Data(contentsOf: file)) } catch { throw failure() }
  }

  /// The day of the page, not of the machine: the same page gives the same file.
  private static func seconds(_ date: CalendarDate) -> time_t {
    var parts = tm()
    parts.tm_year = Int32(date.year - 1900)
    parts.tm_mon = Int32(date.month - 1)
    parts.tm_mday = Int32(date.day)
    return timegm(&parts)
  }

  private static func failure() -> CommandFailure {
    CommandFailure(
      "Le classeur n’a pas pu être écrit dans le dossier temporaire. Vérifiez qu’il reste de la place.")
  }

  /// Looks of cells.
  private struct Formats {
    let head: UnsafeMutablePointer<lxw_format>?
    let integer: UnsafeMutablePointer<lxw_format>?
    let share: UnsafeMutablePointer<lxw_format>?
    let number: UnsafeMutablePointer<lxw_format>?
    let date: UnsafeMutablePointer<lxw_format>?
    let title: UnsafeMutablePointer<lxw_format>?
    let text: UnsafeMutablePointer<lxw_format>?

    init(_ book: UnsafeMutablePointer<lxw_workbook>) {
      func make(_ change: (UnsafeMutablePointer<lxw_format>) -> Void) -> UnsafeMutablePointer<lxw_format>? {
        guard let format = workbook_add_format(book) else { return nil }
        change(format)
        return format
      }
      head = make {
        format_set_bold($0)
        format_set_text_wrap($0)
        format_set_bottom($0, UInt8(LXW_BORDER_THIN.rawValue))
      }
      integer = make { format_set_num_format($0, "#,##0") }
      share = make { format_set_num_format($0, "0.0%") }
      number = make { format_set_num_format($0, "#,##0.00") }
      date = make { format_set_num_format($0, "dd/mm/yyyy") }
      title = make {
        format_set_bold($0)
        format_set_font_size($0, 14)
      }
      text = make {
        format_set_text_wrap($0)
        format_set_align($0, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
      }
    }
  }

  private static func readMe(
    _ page: SitePage, _ fingerprint: String, _ releases: String, _ book: UnsafeMutablePointer<lxw_workbook>,
    _ formats: Formats
  ) {
    guard let sheet = workbook_add_worksheet(book, "Lisez-moi") else { return }
    worksheet_set_column(sheet, 0, 0, 28, nil)
    worksheet_set_column(sheet, 1, 1, 90, nil)
    worksheet_write_string(sheet, 0, 0, page.title, formats.title)
    var row: UInt32 = 2
    func line(_ name: String, _ text: String) {
      worksheet_write_string(sheet, row, 0, name, formats.head)
      worksheet_write_string(sheet, row, 1, String(text.prefix(32_000)), formats.text)
      row += 1
    }
    for text in page.lead { line("", text.plain) }
    for text in page.warnings { line("À savoir", text.plain) }
    for table in page.tables { line("Feuille «\u{A0}\(table.id)\u{A0}»", table.caption.plain) }
    for method in methods(page) { line(method.title, method.text) }
    line("Adresse", page.link.address)
    line("Empreinte", fingerprint)
    line("Versions", releases)
  }

  private static func methods(_ page: SitePage) -> [Method] {
    var all = page.methods
    for block in page.sections.flatMap(\.blocks) {
      if case .explanation(let method) = block, !all.contains(method) { all.append(method) }
    }
    return all
  }

  /// At most 31 signs, none of those Excel refuses, each once.
  private static func sheet(_ table: PageTable, _ names: inout Set<String>) -> String {
    let base = String(table.id.filter { !"[]:*?/\\'".contains($0) }.prefix(26))
    var name = base.isEmpty ? "tableau" : base
    var number = 2
    while !names.insert(name.lowercased()).inserted {
      name = "\(base)-\(number)"
      number += 1
    }
    return name
  }

  private static func write(
    _ table: PageTable, _ name: String, _ book: UnsafeMutablePointer<lxw_workbook>, _ formats: Formats
  ) {
    guard let sheet = workbook_add_worksheet(book, name) else { return }
    var place: UInt16 = 0
    for (index, column) in table.columns.enumerated() {
      let visual = table.visual(of: index)
      if case .spark? = visual { continue }
      worksheet_write_string(sheet, 0, place, column.title, formats.head)
      worksheet_set_column(sheet, place, place, column.kind == .text ? 42 : 14, nil)
      for (row, cells) in table.rows.enumerated() {
        write(cells[index].value, sheet, UInt32(row + 1), place, formats)
      }
      place += 1
      guard case .interval? = visual else { continue }
      for (offset, title) in ["borne basse", "borne haute"].enumerated() {
        worksheet_write_string(sheet, 0, place, title, formats.head)
        for (row, cells) in table.rows.enumerated() {
          if case .interval(_, let lower, let upper, _)? = cells[index].visual {
            worksheet_write_number(
              sheet, UInt32(row + 1), place, offset == 0 ? lower : upper, formats.share)
          }
        }
        place += 1
      }
    }
    worksheet_freeze_panes(sheet, 1, 1)
    if place > 0 { worksheet_autofilter(sheet, 0, 0, UInt32(table.rows.count), place - 1) }
  }

  private static func write(
    _ value: PageCell.Value, _ sheet: UnsafeMutablePointer<lxw_worksheet>, _ row: UInt32, _ column: UInt16,
    _ formats: Formats
  ) {
    switch value {
    case .none: break
    case .text(let text): worksheet_write_string(sheet, row, column, String(text.prefix(32_000)), nil)
    case .integer(let n): worksheet_write_number(sheet, row, column, Double(n), formats.integer)
    case .share(let x): worksheet_write_number(sheet, row, column, x, formats.share)
    case .number(let x): worksheet_write_number(sheet, row, column, x, formats.number)
    case .date(let date):
      var moment = lxw_datetime(
        year: Int32(date.year), month: Int32(date.month), day: Int32(date.day), hour: 0, min: 0, sec: 0)
      worksheet_write_datetime(sheet, row, column, &moment, formats.date)
    }
  }
}
