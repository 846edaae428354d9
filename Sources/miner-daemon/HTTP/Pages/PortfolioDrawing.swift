import SkillMiner
import Taxonomy

/// What portfolios are drawn from and held against: what is published, or the offers of one region.
struct PortfolioDrawing {
  let published: Published

  private var filieres: [Filiere] { EmbeddedFilieres.all() }

  /// A new portfolio, as its form asks for it.
  ///
  /// - Throws: `Problem`.
  func first(_ id: String, _ name: String, _ form: FormFields) throws -> PortfolioRequest {
    var request = PortfolioRequest(id: id, name: name)
    let scope = form["portee"] ?? ""
    if scope.hasPrefix("region:") {
      let code = String(scope.dropFirst("region:".count))
      guard published.observatory.territoriesWithOffers(.region).contains(where: { $0.code == code }) else {
        throw FormFields.refusal("pour quelle région")
      }
      request.region = code
    } else if !scope.isEmpty {
      guard filieres.contains(where: { $0.id == scope }) else {
        throw FormFields.refusal("pour quelle filière")
      }
      request.filiere = scope
    }
    return try Self.filled(request, form)
  }

  /// A portfolio drawn again: what is pinned or debated stays.
  ///
  /// - Throws: `Problem`.
  func again(_ portfolio: Portfolio, _ form: FormFields) throws -> PortfolioRequest {
    var request = PortfolioRequest(id: portfolio.id, name: portfolio.name)
    request.seen = try form.number("revision")
    request.allowSmallSupport = portfolio.rules.allowsSmallSupport
    return try Self.filled(request, form)
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
      filiere: RegionalGroups(filieres: filieres).filiere(
        of: candidate.certification.code, occupations: candidate.links.occupations),
      of: result)
  }

  /// The analysis a portfolio is drawn from and held against. Takes its time for a region nobody asked for:
  /// `RegionalDesk` has it made in the background.
  ///
  /// - Throws: `Problem` for a region that is unknown, and what its analysis throws.
  func analysis(
    of scope: PortfolioScope, progress: RegionalAnalyses.Progress = { _, _ in }
  ) throws -> AnalysisResult {
    guard scope.kind == .region, let code = scope.code else { return published.analysis }
    let regions = published.observatory.territoriesWithOffers(.region)
    guard let region = regions.first(where: { $0.code == code }) else {
      throw Problem(.impossible, "Aucune offre n’a été collectée dans la région \(scope.name).")
    }
    return try published.regional.result(of: region, progress: progress)
  }

  private static func filled(_ request: PortfolioRequest, _ form: FormFields) throws -> PortfolioRequest {
    var request = request
    request.perFiliere = max(1, try form.number("par_filiere"))
    request.allowExpired = form["echues"] == "oui"
    request.count = min(max(1, try form.number("nombre")), 50)
    return request
  }
}
