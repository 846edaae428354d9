import SkillMiner
import Taxonomy

/// How a portfolio is to be drawn: asked for by a program or a form, kept as it is by a job that draws later.
struct PortfolioRequest: Codable, Sendable {
  var id: String
  var name: String
  /// The revision seen, of a portfolio that is drawn again.
  var seen: Int?
  /// Code of a region whose own offers count; another text is a name for all offers.
  var region: String?
  var filiere: String?
  var count: Int?
  var perFiliere: Int?
  var pinned: [String]?
  var excluded: [String]?
  var allowExpired: Bool?
  var allowSmallSupport: Bool?

  /// Itself, when its values can be used.
  ///
  /// - Throws: `Problem`.
  func checked() throws -> PortfolioRequest {
    guard (1...1000).contains(wanted), (1...1000).contains(rules.perFiliere) else {
      throw Problem(
        .badRequest, "«\u{A0}count\u{A0}» et «\u{A0}perFiliere\u{A0}» attendent un nombre de 1 à 1000.")
    }
    for text in (pinned ?? []) + (excluded ?? []) { _ = try Self.key(text) }
    return self
  }

  /// What the portfolio is drawn from.
  ///
  /// - Throws: `Problem`, and `ReviewError` when a portfolio to be drawn again is not there.
  func scope(_ published: Published, _ store: Store) throws -> PortfolioScope {
    if seen != nil { return try store.portfolio(id).scope }
    let filieres = EmbeddedFilieres.all()
    if let filiere {
      guard let found = filieres.first(where: { $0.id == filiere }) else {
        throw Problem(
          .impossible,
          "«\u{A0}\(filiere.prefix(60))\u{A0}» n’est pas une filière\u{A0}: \(filieres.map(\.id).joined(separator: ", "))."
        )
      }
      return PortfolioScope(kind: .branch, name: found.name, code: found.id)
    }
    let regions = published.observatory.territoriesWithOffers(.region)
    if let found = regions.first(where: { $0.code == region }) {
      return PortfolioScope(kind: .region, name: found.name, code: found.code)
    }
    return PortfolioScope(kind: .region, name: region ?? "toute la collecte")
  }

  /// The draw, from what is published.
  ///
  /// - Throws: `Problem`, `ReviewError`, and what the analysis of a region throws.
  func draw(_ published: Published, _ store: Store) throws -> PortfolioDraw {
    let known = seen == nil ? nil : try store.portfolio(id)
    let scope = try checked().scope(published, store)
    let excluded = try (excluded ?? []).map(Self.key)
    let groups = RegionalGroups(filieres: EmbeddedFilieres.all())
    let outcome = try PortfolioDrawer(rules: rules, groups: groups).draw(
      try PortfolioDrawing(published: published).analysis(of: scope), for: scope, wanted: wanted,
      pinned: try (pinned ?? []).map(Self.key), excluded: excluded, again: known)
    return PortfolioDraw(
      id: id, seen: seen, name: name, scope: scope, wanted: wanted, rules: rules, excluded: excluded,
      pathways: outcome.pathways)
  }

  /// - Throws: `Problem` when a text is no key of a candidate.
  static func key(_ text: String) throws -> CandidateKey {
    guard let key = CandidateKey(text) else {
      throw Problem(.badRequest, "Une clé de module s’écrit RNCP34860:caces-r489.")
    }
    return key
  }

  private var wanted: Int { count ?? 10 }

  private var rules: DrawRules {
    var rules = DrawRules()
    rules.perFiliere = perFiliere ?? rules.perFiliere
    rules.allowsExpired = allowExpired ?? false
    rules.allowsSmallSupport = allowSmallSupport ?? false
    return rules
  }
}
