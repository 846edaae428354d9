package import Taxonomy

/// A table of a page: typed cells, so that the same value makes the page, the CSV, the JSON and the workbook.
package struct PageTable: Sendable {
  /// What a column holds.
  package enum Kind: Sendable {
    case text
    case number
    case visual
  }

  /// One column.
  package struct Column: Sendable {
    /// Key of the JSON twin and head of the CSV.
    package let id: String
    package let title: String
    package let kind: Kind

    init(_ id: String, _ title: String, _ kind: Kind = .text) {
      self.id = id
      self.title = FrenchSpacing.apply(title)
      self.kind = kind
    }
  }

  /// Name of the table for files and anchors.
  package let id: String
  package let caption: PageText
  package let columns: [Column]
  package let rows: [[PageCell]]
  /// The page that shows the rows not shown here.
  package var more: PageText?

  /// What a column draws, as its first cell that draws says: figures that are kept back draw nothing.
  package func visual(of column: Int) -> PageCell.Visual? {
    for row in rows { if let visual = row[column].visual { return visual } }
    return nil
  }

  init(_ id: String, caption: PageText, columns: [Column], rows: [[PageCell]], more: PageText? = nil) {
    self.id = id
    self.caption = caption
    self.columns = columns
    self.rows = rows
    self.more = more
  }
}

/// One cell.
package struct PageCell: Sendable {
  /// What it says to a machine.
  package enum Value: Hashable, Sendable {
    case none
    case text(String)
    case integer(Int)
    /// A share, 0…1.
    case share(Double)
    case number(Double)
    case date(CalendarDate)
  }

  /// A small drawing beside the text.
  package enum Visual: Sendable {
    /// A share on its interval; the scale is the share at the right end.
    case interval(share: Double, lower: Double, upper: Double, scale: Double)
    /// Values by month.
    case spark([Double])
  }

  package var value: Value
  package var text: PageText
  /// A second line in small print.
  package var note: PageText?
  package var badges: [PageBadge] = []
  package var visual: Visual?
  /// Tint of the cell for the style sheet.
  package var tone = ""

  init(
    _ value: Value, _ text: PageText, note: PageText? = nil, badges: [PageBadge] = [], visual: Visual? = nil,
    tone: String = ""
  ) {
    self.value = value
    self.text = text
    self.note = note
    self.badges = badges
    self.visual = visual
    self.tone = tone
  }

  static let empty = PageCell(.none, PageText(verbatim: "–", style: .soft))

  /// In the place of a figure that is kept back.
  static let secret = PageCell(.text(Self.secretWords), .secret)
  package static let secretWords = "secret statistique"

  /// Words of ours or from a referential.
  static func text(
    _ text: String, to link: Link? = nil, note: PageText? = nil, badges: [PageBadge] = []
  ) -> PageCell {
    PageCell(.text(text), PageText(verbatim: text, to: link), note: note, badges: badges)
  }

  static func integer(_ n: Int, to link: Link? = nil) -> PageCell {
    PageCell(.integer(n), PageText(verbatim: FrenchNumber.integer(n), to: n == 0 ? nil : link))
  }

  static func share(_ share: Double, to link: Link? = nil) -> PageCell {
    PageCell(.share(share), PageText(verbatim: FrenchNumber.percent(share), to: link))
  }

  static func number(_ x: Double, digits: Int = 2) -> PageCell {
    PageCell(.number(x), PageText(verbatim: FrenchNumber.decimal(x, digits: digits)))
  }

  static func date(_ date: CalendarDate?) -> PageCell {
    date.map { PageCell(.date($0), PageText(verbatim: FrenchWords.date($0))) } ?? .empty
  }

  static func spark(_ values: [Double]) -> PageCell {
    PageCell(.none, PageText(verbatim: ""), visual: .spark(values))
  }
}

/// A short word set off beside a title.
package struct PageBadge: Hashable, Sendable {
  package let label: String
  /// `up`, `down`, `warn`, `info`, `ink` or empty, for the style sheet.
  package let tone: String

  init(_ label: String, _ tone: String = "") {
    self.label = label
    self.tone = tone
  }
}
