/// A page as a value: what is said, not how it looks. HTML, JSON, CSV and the workbook are made from it.
package struct SitePage: Sendable {
  /// What the page is made for.
  package enum Format: Sendable {
    case screen
    /// One or two A4 pages.
    case fiche
  }

  /// A titled part.
  package struct Section: Sendable {
    package let id: String
    package let title: String
    package let blocks: [Block]
    /// Whether print begins a new page here.
    package var breaksPage = false

    init(_ id: String, _ title: String, _ blocks: [Block], breaksPage: Bool = false) {
      self.id = id
      self.title = FrenchSpacing.apply(title)
      self.blocks = blocks
      self.breaksPage = breaksPage
    }
  }

  package let link: Link
  package let title: String
  /// What kind of thing the page is about, above its title.
  package var kicker = ""
  package var format = Format.screen
  /// The answer to the question the title asks.
  package var lead: [PageText] = []
  package var figures: [Figure] = []
  package var warnings: [PageText] = []
  package var sections: [Section] = []
  /// Way from home, this page left out.
  package var crumbs: [PageText] = []
  /// Other forms of this page, and what to do next.
  package var actions: [PageText] = []
  /// Whether the page has a JSON twin and tables to take away; pages that are forms have none.
  package var hasTwins = true
  /// How the figures are made, in plain words.
  package var methods: [Method] = []
  /// Whether search engines and caches should keep it.
  package var status = 200

  init(_ link: Link, _ title: String, kicker: String = "") {
    self.link = link
    self.title = FrenchSpacing.apply(title)
    self.kicker = FrenchSpacing.apply(kicker)
  }

  /// Every table, in the order of the page; charts bring theirs.
  package var tables: [PageTable] {
    sections.flatMap(\.blocks).compactMap { block in
      switch block {
      case .table(let table): table
      case .chart(let chart): chart.table
      default: nil
      }
    }
  }
}

/// A number that counts, with what it counts.
package struct Figure: Sendable {
  package let value: String
  package let label: PageText
  package let link: Link?

  init(_ value: String, _ label: PageText, to link: Link? = nil) {
    self.value = value
    self.label = label
    self.link = link
  }

  /// A number of things, in the singular up to one.
  init(counting n: Int, _ one: PageText, _ many: PageText, to link: Link? = nil) {
    self.init(FrenchNumber.integer(n), n < 2 ? one : many, to: link)
  }
}

/// A part of a section.
package enum Block: Sendable {
  case text(PageText)
  case list([PageText])
  case table(PageTable)
  case chart(PageChart)
  case quotes([PageQuote])
  case facets([Facet])
  /// « Comment est-ce calculé ? » beside a measure.
  case explanation(Method)
  case search(query: String)
  /// Things to choose from, as cards.
  case cards([Card])
  /// Something to fill in and send; shown to who may act.
  case form(PageForm)
  /// Blank lines or boxes to fill in by hand, for print.
  case writing(label: PageText, lines: Int)
}

/// A way in.
package struct Card: Sendable {
  package let title: PageText
  package let text: PageText
}

/// A sentence of an offer, marked.
package struct PageQuote: Sendable {
  package let before: String
  package let mention: String
  package let after: String
  package let stance: String
  /// Title, day, place, identifier.
  package let source: PageText
}

/// A filter with its choices, each a link.
package struct Facet: Sendable {
  /// One choice.
  package struct Choice: Sendable {
    package let label: String
    package let count: Int?
    package let link: Link
    package let isChosen: Bool
  }
  package let title: String
  package let choices: [Choice]
}
