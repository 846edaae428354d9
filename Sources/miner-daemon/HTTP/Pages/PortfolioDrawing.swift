import SkillMiner
import Taxonomy

/// Draws portfolios from what is published, or from the offers of one region.
struct PortfolioDrawing {
  let published: Published

  private var filieres: [Filiere] { EmbeddedFilieres.all() }
  private var groups: RegionalGroups { RegionalGroups(filieres: filieres) }

  /// A new portfolio, as its form asks for it.
  ///
  /// - Throws: `Problem`, and what the analysis of a region throws.
  func first(_ id: String, _ name: String, _ form: FormFields) throws -> PortfolioDraw {
    let scope = try scope(form["portee"] ?? "")
    let (wanted, rules) = try rules(form, DrawRules())
    return PortfolioDraw(
      id: id, name: name, scope: scope, wanted: wanted, rules: rules, excluded: [],
      pathways: try pathways(scope, wanted, rules))
  }

  /// A portfolio drawn again: what is pinned or debated stays.
  ///
  /// - Throws: `Problem`, and what the analysis of a region throws.
  func again(_ portfolio: Portfolio, _ form: FormFields) throws -> PortfolioDraw {
    let (wanted, rules) = try rules(form, portfolio.rules)
    return PortfolioDraw(
      id: portfolio.id, seen: try form.number("revision"), name: portfolio.name, scope: portfolio.scope,
      wanted: wanted, rules: rules, excluded: [],
      pathways: try pathways(portfolio.scope, wanted, rules, again: portfolio))
  }

  /// A candidate as a pathway of a portfolio.
  ///
  /// - Throws: `ReviewError` when the analysis has no such candidate.
  func pathway(_ key: CandidateKey, for portfolio: Portfolio) throws -> Pathway {
    let result = try analysis(of: portfolio.scope)
    let place = try PortfolioDrawer.place(of: key, in: result)
    let candidate = result.candidates[place]
    return Pathway(
      candidate, rank: place + 1,
      filiere: groups.filiere(
        of: candidate.certification.code, occupations: candidate.links.occupations),
      fingerprint: result.fingerprint)
  }

  /// The analysis a portfolio is drawn from and held against.
  ///
  /// - Throws: `Problem` for a region that is unknown, and what its analysis throws.
  func analysis(of scope: PortfolioScope) throws -> AnalysisResult {
    guard scope.kind == .region, let code = scope.code else { return published.analysis }
    let regions = published.observatory.territoriesWithOffers(.region)
    guard let region = regions.first(where: { $0.code == code }) else {
      throw Problem(.impossible, "Aucune offre n’a été collectée dans la région \(scope.name).")
    }
    return try published.regional.result(of: region)
  }

  private func scope(_ text: String) throws -> PortfolioScope {
    if text.hasPrefix("region:") {
      let code = String(text.dropFirst("region:".count))
      let regions = published.observatory.territoriesWithOffers(.region)
      guard let region = regions.first(where: { $0.code == code }) else {
        throw FormFields.refusal("pour quelle région")
      }
      return PortfolioScope(kind: .region, name: region.name, code: region.code)
    }
    guard !text.isEmpty else { return PortfolioScope(kind: .region, name: "toute la collecte") }
    guard let branch = filieres.first(where: { $0.id == text }) else {
      throw FormFields.refusal("pour quelle filière")
    }
    return PortfolioScope(kind: .branch, name: branch.name, code: branch.id)
  }

  private func rules(_ form: FormFields, _ start: DrawRules) throws -> (wanted: Int, rules: DrawRules) {
    var rules = start
    rules.perFiliere = max(1, try form.number("par_filiere"))
    rules.allowsExpired = form["echues"] == "oui"
    return (min(max(1, try form.number("nombre")), 50), rules)
  }

  private func pathways(
    _ scope: PortfolioScope, _ wanted: Int, _ rules: DrawRules, again known: Portfolio? = nil
  ) throws -> [Pathway] {
    try PortfolioDrawer(rules: rules, groups: groups).draw(
      analysis(of: scope), for: scope, wanted: wanted, again: known
    ).pathways
  }
}
