/// Proposed forms of the lexicon, for people to accept or reject.
package struct LexiconReviewPage {
  /// One proposal.
  package struct Proposal: Sendable {
    package let rank: Int
    package let phrase: String
    /// Code and wording of the item it would be a form of; empty for a term nobody knows.
    package let code: String
    package let label: String
    /// Offers and employers behind it, in words.
    package let support: String
    package let examples: [String]
    /// What was decided, by whom and why; `nil` when nothing was.
    package let decision: String?

    package init(
      rank: Int, phrase: String, code: String, label: String, support: String, examples: [String],
      decision: String?
    ) {
      self.rank = rank
      self.phrase = phrase
      self.code = code
      self.label = label
      self.support = support
      self.examples = examples
      self.decision = decision
    }
  }

  /// Proposals of a page.
  private static let perPage = 15

  /// Identifier of the source in the address, and its name.
  private let source: String
  private let proposals: [Proposal]
  private let number: Int
  private let work: String?

  /// - Parameters:
  ///   - isTerms: whether these are terms the taxonomy does not know.
  ///   - page: from 1.
  ///   - work: what is being made in the background, in words; `nil` when nothing is.
  package init(isTerms: Bool, _ proposals: [Proposal], page: Int, work: String?) {
    source = isTerms ? "termes" : "forms"
    self.proposals = proposals
    number = max(1, page)
    self.work = work
  }

  private var isTerms: Bool { source == "termes" }

  package func page() -> SitePage {
    var page = SitePage(link(number), "Quelles formes ajouter au lexique ?", kicker: "Lexique · relecture")
    page.hasTwins = false
    page.crumbs = ["\(link: "Lexique", to: .lexicon)"]
    let open = proposals.filter { $0.decision == nil }
    let pages = max(1, (open.count + Self.perPage - 1) / Self.perPage)
    let here = min(number, pages)
    page.lead = [
      isTerms
        ? "Des termes que la taxonomie ne connaît pas et que les offres emploient. Une forme acceptée compte à la prochaine application du lexique."
        : "Des tournures apprises des compétences que les employeurs déclarent. Une forme acceptée compte à la prochaine application du lexique."
    ]
    if let work { page.warnings = [PageText(verbatim: FrenchSpacing.apply(work))] }
    page.figures = [
      Figure(counting: open.count, "proposition à relire", "propositions à relire"),
      Figure(counting: proposals.count - open.count, "déjà décidée", "déjà décidées"),
    ]
    let facet = Facet(
      title: "Origine",
      choices: [("forms", "tournures apprises"), ("termes", "termes nouveaux")].map { id, label in
        Facet.Choice(
          label: label, count: nil, link: Link(["lexique", "propositions"], query: [("source", id)]),
          isChosen: id == source)
      })
    var blocks: [Block] = [.facets([facet])]
    if open.isEmpty {
      blocks.append(
        .text(
          proposals.isEmpty
            ? "Aucune proposition : cherchez-en ci-dessous." : "Toutes les propositions ont été relues."))
    }
    for proposal in open.dropFirst((here - 1) * Self.perPage).prefix(Self.perPage) {
      blocks += self.blocks(proposal)
    }
    if pages > 1 { blocks.append(.text(turning(here, pages))) }
    page.sections = [
      SitePage.Section("propositions", "Propositions", blocks),
      SitePage.Section("decidees", "Décisions", [decided()]),
      SitePage.Section(
        "travaux", "Chercher et appliquer", work == nil ? works() : [.text("Un travail est en cours.")]),
    ]
    return page
  }

  private func link(_ page: Int) -> Link {
    Link(
      ["lexique", "propositions"],
      query: [("source", isTerms ? source : nil), ("page", page > 1 ? String(page) : nil)])
  }

  private func turning(_ here: Int, _ pages: Int) -> PageText {
    var text: PageText = "page \(here) sur \(pages)"
    if here > 1 { text = text + " · \(link: "Page précédente", to: link(here - 1))" }
    if here < pages { text = text + " · \(link: "Page suivante", to: link(here + 1))" }
    return text
  }

  private func blocks(_ p: Proposal) -> [Block] {
    let what: PageText =
      p.code.isEmpty ? "" : " serait une forme de « \(p.label) » \(soft: p.code)"
    var fields: [PageForm.Field] = [
      .init("source", "", .hidden, value: source), .init("page", "", .hidden, value: String(number)),
      .init("rang", "", .hidden, value: String(p.rank)),
      // A list made anew meanwhile may hold something else at this rank.
      .init("tournure", "", .hidden, value: p.phrase),
      .init("verdict", "Décision", .choice([("rejected", "refuser"), ("accepted", "accepter")])),
    ]
    if p.code.isEmpty {
      fields += [
        .init(
          "cible", "Si acceptée : code OGR d’une compétence du ROME, ou nom d’une nouvelle compétence", .line,
          isRequired: false),
        .init(
          "genre", "Nature d’une nouvelle compétence",
          .choice([
            ("tool", "outil"), ("knowledge", "savoir"), ("know-how", "savoir-faire"),
            ("credential", "certificat ou habilitation"),
          ]), isRequired: false),
      ]
    }
    fields.append(.init("motif", "Motif", .line, isRequired: false))
    return [
      .text("\(strong: "« \(p.phrase) »".spaced)" + what + " : " + PageText(verbatim: p.support) + "."),
      .list(p.examples.map { PageText(verbatim: $0) }),
      .form(
        PageForm(
          "proposition-\(p.rank)", "Décider de « \(p.phrase) »", action: Link(["lexique", "decisions"]),
          fields: fields, submit: "Décider")),
    ]
  }

  private func decided() -> Block {
    let done = proposals.filter { $0.decision != nil }
    guard !done.isEmpty else { return .text("Aucune décision encore.") }
    return .table(
      PageTable(
        "decisions", caption: "Ce qui a été décidé sur ces propositions.",
        columns: [
          .init("tournure", "Tournure"), .init("competence", "Compétence"), .init("decision", "Décision"),
        ],
        rows: done.prefix(200).map {
          [
            .text($0.phrase), .text($0.label.isEmpty ? "–" : $0.label, note: PageText(verbatim: $0.code)),
            .text($0.decision ?? ""),
          ]
        }))
  }

  private func works() -> [Block] {
    let origin = PageForm.Field("source", "", .hidden, value: source)
    return [
      .form(
        PageForm(
          "chercher", isTerms ? "Chercher des termes nouveaux" : "Apprendre des tournures",
          action: Link(["lexique", "recherche"]), fields: [origin],
          submit: "Lire toutes les offres (plusieurs minutes)")),
      .form(
        PageForm(
          "appliquer", "Appliquer les formes acceptées et relire toutes les offres",
          action: Link(["lexique", "application"]), fields: [origin], needs: .administrator,
          submit: "Appliquer")),
    ]
  }
}
