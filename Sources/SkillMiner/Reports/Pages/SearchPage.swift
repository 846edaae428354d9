import Taxonomy

/// Search over everything that has a page.
struct SearchPage {
  let observatory: Observatory

  /// - Throws: what the store throws.
  func page(_ request: PageRequest) throws -> SitePage {
    let query = (request.text("q") ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    var page = SitePage(
      .search(query), query.isEmpty ? "Que cherchez-vous ?" : "Résultats pour « \(query) »",
      kicker: "Recherche")
    if !query.isEmpty {
      page = SitePage(
        .search(query), FrenchSpacing.apply("Que dit l’observatoire de « ") + query + "\u{A0}»\u{A0}?",
        kicker: "Recherche")
    }
    var blocks: [Block] = [.search(query: query)]
    if !query.isEmpty {
      let hits = try observatory.search.find(query, limit: 60)
      page.lead = [
        hits.isEmpty
          ? "Rien ne correspond. Essayez un mot plus court, un code ROME (N1103), un code RNCP ou un code de territoire."
          : hits.count == 1 ? "Une réponse." : "\(hits.count) réponses, les plus proches d’abord."
      ]
      if !hits.isEmpty {
        blocks.append(
          .table(
            PageTable(
              "reponses", caption: "Pages de l’observatoire.",
              columns: [.init("reponse", "Réponse"), .init("nature", "Nature"), .init("detail", "Détail")],
              rows: hits.map { [.text($0.label, to: $0.link), .text($0.kind), .text($0.detail)] })))
      } else {
        let near = ProblemPages(observatory: observatory).families(like: query)
        if !near.isEmpty { blocks += [.text("Compétences proches :"), .list(near)] }
      }
      blocks.append(.explanation(.search))
    } else {
      page.lead = [
        "Une compétence, un métier ou son appellation, une certification, un territoire, une filière."
      ]
    }
    page.sections = [SitePage.Section("recherche", "Recherche", blocks)]
    return page
  }
}
