import Taxonomy

/// The JSON twin of a page: what it says, in the order it says it.
package enum PageJSON {
  /// The whole document, ended by a line feed.
  package static func text(_ page: SitePage, fingerprint: String, releases: ReleaseSet) -> String {
    JSONOutput.text(
      .object([
        ("address", .string(page.link.address)), ("kicker", .string(page.kicker)),
        ("title", .string(page.title)),
        ("fingerprint", .string(fingerprint)), ("releases", releases.json), ("lead", lines(page.lead)),
        ("warnings", lines(page.warnings)),
        (
          "figures",
          .array(
            page.figures.map {
              .object([("value", .string($0.value)), ("label", .string($0.label.plain))])
            })
        ),
        (
          "sections",
          .array(
            page.sections.map { section in
              .object([
                ("id", .string(section.id)), ("title", .string(section.title)),
                ("blocks", .array(section.blocks.compactMap(block))),
              ])
            })
        ),
      ]))
  }

  private static func lines(_ texts: [PageText]) -> JSONOutput.Value {
    .array(texts.map { .string($0.plain) })
  }

  private static func block(_ block: Block) -> JSONOutput.Value? {
    switch block {
    case .text(let text): return .object([("type", .string("text")), ("text", .string(text.plain))])
    case .list(let items): return .object([("type", .string("list")), ("items", lines(items))])
    case .table(let table): return .object([("type", .string("table"))] + self.table(table))
    case .chart(let chart):
      return .object(
        [("type", .string("chart")), ("chart", .string(chart.id)), ("name", .string(chart.title.plain))]
          + table(chart.table))
    case .quotes(let quotes):
      return .object([
        ("type", .string("sentences")),
        (
          "items",
          .array(
            quotes.map { quote in
              .object([
                ("before", .string(quote.before)), ("mention", .string(quote.mention)),
                ("after", .string(quote.after)), ("stance", .string(quote.stance)),
                ("source", .string(quote.source.plain)),
              ])
            })
        ),
      ])
    case .explanation(let method):
      return .object([
        ("type", .string("method")), ("name", .string(method.title)), ("text", .string(method.text)),
      ])
    case .cards(let cards):
      return .object([
        ("type", .string("cards")),
        (
          "items",
          .array(
            cards.map { .object([("title", .string($0.title.plain)), ("text", .string($0.text.plain))]) })
        ),
      ])
    case .facets(let facets):
      return .object([
        ("type", .string("filters")),
        (
          "items",
          .array(
            facets.flatMap { facet in
              facet.choices.map { choice in
                .object([
                  ("filter", .string(facet.title)), ("choice", .string(choice.label)),
                  ("address", .string(choice.link.address)), ("chosen", .bool(choice.isChosen)),
                ])
              }
            })
        ),
      ])
    case .search, .writing, .form: return nil
    }
  }

  private static func table(_ table: PageTable) -> [(String, JSONOutput.Value)] {
    [
      ("id", .string(table.id)), ("caption", .string(table.caption.plain)),
      (
        "rows",
        .array(
          table.rows.map { row in
            .object(
              zip(table.columns, row).flatMap { column, cell -> [(String, JSONOutput.Value)] in
                var members = [(column.id, value(cell))]
                if case .interval(_, let lower, let upper, _)? = cell.visual {
                  members.append((column.id + "_intervalle", .array([.number(lower), .number(upper)])))
                }
                if case .spark(let values)? = cell.visual {
                  members = [(column.id, .array(values.map { .number($0) }))]
                }
                if !cell.badges.isEmpty {
                  members.append((column.id + "_badges", .array(cell.badges.map { .string($0.label) })))
                }
                return members
              })
          })
      ),
    ]
  }

  private static func value(_ cell: PageCell) -> JSONOutput.Value {
    switch cell.value {
    case .none: .null
    case .text(let text): .string(text)
    case .integer(let n): .integer(n)
    case .share(let x), .number(let x): .number(x)
    case .date(let date): .string(date.description)
    }
  }
}
