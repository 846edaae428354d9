import Taxonomy

/// Parts that several pages share: tables of demand and of signals, charts, badges. Here, what they are made from; what
/// they make stands in an extension a sort of part.
struct PageParts {
  let observatory: Observatory

  var facts: OfferFacts { observatory.facts }

  static func level(_ key: CubeScope.TerritoryKey) -> String {
    switch key.level {
    case .commune: "Commune"
    case .employmentBasin: "Bassin d’emploi"
    case .employmentZone: "Zone d’emploi"
    case .department: "Département"
    case .region: "Région"
    }
  }

  /// Départements, or what else the analysis counts territories by.
  func territories(_ n: Int) -> String {
    FrenchWords.territories(observatory.result?.parameters.territoryLevel ?? .department, n)
  }

  /// Warnings as they are read: what is to be done is said once for all that it mends.
  static func warnings(_ findings: [Finding]) -> [PageText] {
    var advices: [String] = []
    var messages: [String: [String]] = [:]
    for finding in findings {
      if messages[finding.advice] == nil { advices.append(finding.advice) }
      messages[finding.advice, default: []].append(finding.message.firstUppercased)
    }
    let most = 6
    return advices.map { advice in
      let all = messages[advice] ?? []
      var words = Array(all.prefix(most))
      if all.count > most { words.append("Et \(FrenchNumber.count(all.count - most, "autre", "autres")).") }
      return PageText(verbatim: (words + [advice]).joined(separator: " "))
    }
  }

  /// Families that tell trades apart: everybody asks for soft skills.
  static func isTrade(_ family: CompetencyFamily) -> Bool {
    family.kind != .softSkill && family.kind != .diploma
  }

  /// A share by month; months that are kept back have none.
  func series(_ family: Int32, _ scope: PageScope) -> [TrendData.Point] {
    observatory.portrait(scope).series(family, of: facts).map { point in
      isHidden(point, family, scope) ? point.keptBack : point
    }
  }

  private func isHidden(_ point: TrendData.Point, _ family: Int32, _ scope: PageScope) -> Bool {
    let month = scope.during(point.month...point.month)
    return point.offers > 0 && observatory.hides(family, in: month) || observatory.hides(nil, in: month)
  }

  /// A number that counts offers of a scope, unless it is kept back.
  func count(_ n: Int, in scope: PageScope, family: Int32? = nil, to link: Link? = nil) -> PageCell {
    n > 0 && observatory.hides(family, in: scope) ? .secret : .integer(n, to: link)
  }

  /// The same for a sentence.
  func words(_ n: Int, in scope: PageScope, family: Int32? = nil) -> PageText {
    n > 0 && observatory.hides(family, in: scope) ? .secret : PageText(verbatim: FrenchNumber.integer(n))
  }

  /// A number of offers in a sentence, with its word.
  func offers(_ n: Int, in scope: PageScope) -> PageText {
    n > 0 && observatory.hides(nil, in: scope)
      ? "nombre d’offres : \(PageText.secret)" : "\(n, "offre", "offres")"
  }

  /// The same for the head of a page.
  func figure(
    _ n: Int, in scope: PageScope, _ one: PageText, _ many: PageText, to link: Link? = nil
  ) -> Figure {
    n > 0 && observatory.hides(nil, in: scope)
      ? Figure(PageCell.secretWords, many, to: .secrecy) : Figure(counting: n, one, many, to: link)
  }

  /// The families asked for most that tell trades apart, with figures that may be shown.
  func leading(_ scope: PageScope, limit: Int) -> [(Portrait.Demand, CompetencyFamily)] {
    observatory.portrait(scope).families.lazy.map { ($0, observatory.family($0.family)) }
      .filter { Self.isTrade($0.1) && !observatory.hides($0.0.family, in: scope) }.prefix(limit).map { $0 }
  }

  /// The same as a sentence of its own; says why where none may be shown.
  func mostAsked(_ scope: PageScope) -> PageText {
    let leading = leading(scope, limit: 3)
    guard !leading.isEmpty else {
      return observatory.portrait(scope).families.isEmpty
        ? "Aucune compétence n’est relevée dans ces offres."
        : "Ce qui est le plus demandé relève du \(PageText.secret) : trop peu d’offres ou d’employeurs par compétence."
    }
    let list = PageText.list(
      leading.map { demand, family in
        PageText(verbatim: family.label, to: .competency(family.id))
          + PageText(verbatim: " (\(FrenchNumber.percent(demand.share)))")
      })
    return "Le plus demandé dans les offres collectées : \(list)."
  }

  /// What stands on the page of a scope whose offers are too few to be published.
  var keptBack: [PageText] {
    [reasonOfSecrecy + " Les lecteurs habilités les voient en se connectant."]
  }

  /// The same on paper, which shows nobody more.
  var notPublished: [PageText] {
    [reasonOfSecrecy + " Les lecteurs habilités les voient sur les pages, en se connectant."]
  }

  private var reasonOfSecrecy: PageText {
    "Les chiffres de ce périmètre relèvent du \(PageText.secret) : trop peu d’offres ou d’employeurs, un petit effectif qui s’en déduirait, ou un croisement qui ne se publie pas."
  }
}
