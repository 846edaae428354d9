import HTTPTypes
import SkillMiner
import Taxonomy

/// What a table of signals is asked for by.
struct SignalQuery: Sendable {
  let windows: SignalWindows
  let sector: String?
  let filiere: String?
  let territory: String?
  let occupation: String?
  let poolsSources: Bool
  /// Who asks.
  let disclosure: Disclosure

  /// - Throws: `Problem` when a period cannot be read, or is not published.
  init(_ query: Query, published: Published, for disclosure: Disclosure) throws {
    self.disclosure = disclosure
    sector = try query.text("sector", limit: 20)
    filiere = try query.text("filiere", limit: 100)
    territory = try query.text("territory", limit: 60)
    occupation = try query.text("occupation", limit: 20)
    poolsSources = try query.flag("pool_sources")
    let recent = try Self.months("window", query)
    let reference = try Self.months("reference", query)
    switch (recent, reference) {
    case (let recent?, let reference?):
      guard let windows = SignalWindows(recent: recent, reference: reference) else {
        throw Problem(.impossible, "Les deux périodes se chevauchent.")
      }
      guard disclosure == .fullDetail || windows == published.windows else { throw Self.unpublished }
      self.windows = windows
    case (nil, nil): windows = try Self.standard(published, disclosure)
    default:
      throw Problem(.impossible, "Donnez «\u{A0}window\u{A0}» et «\u{A0}reference\u{A0}», ou aucun des deux.")
    }
  }

  /// Names the table among those of one state of the store.
  var key: String {
    [
      SignalWindows.text(windows.recent), SignalWindows.text(windows.reference), sector, filiere, territory,
      occupation, poolsSources ? "pool" : nil, disclosure == .fullDetail ? "full" : nil,
    ].map { $0 ?? "" }.joined(separator: "\u{1F}")
  }

  /// - Throws: `ReadingError` `SIGNAL-002` when the scope names what is not known.
  func request(_ store: Store, release: TaxonomyRelease) throws -> SignalRequest {
    let options = SignalScopeOptions(
      sector: sector, filiere: filiere, territory: territory, occupation: occupation)
    let resolved = try options.resolve(store, release: release)
    var request = SignalRequest(
      scope: resolved.scope, title: resolved.title, windows: windows,
      options: options.repeated + [
        "--window", SignalWindows.text(windows.recent), "--reference",
        SignalWindows.text(windows.reference),
      ] + (poolsSources ? ["--pool-sources"] : []))
    request.poolsSources = poolsSources
    request.disclosure = disclosure
    return request
  }

  /// The same offers as the scope of a page; `nil` for sectors and domains, which have none.
  func pageScope(_ request: SignalRequest) throws -> PageScope? {
    guard sector == nil else { return nil }
    var scope = PageScope(territory: request.scope.territory)
    scope.filiere = try filiere.map { try FiliereOccupations.find($0).id }
    guard let occupation else { return scope }
    scope.occupation = ROMECode(occupation)
    return scope.occupation == nil ? nil : scope
  }

  /// Differences between overlapping periods would give away single months.
  private static var unpublished: Problem {
    Problem(
      .unauthenticated,
      "Seules les périodes par défaut sont publiées\u{A0}: n’en donnez aucune, ou donnez un jeton de lecteur habilité.",
      headers: [.wwwAuthenticate: "Bearer realm=\"skillminer\""])
  }

  private static func months(_ name: String, _ query: Query) throws -> ClosedRange<Int>? {
    guard let text = try query.text(name, limit: 20) else { return nil }
    guard let months = SignalWindows.months(text) else {
      throw Query.refusal(name, "attend une période, comme 2025-01..2025-12, ou 2025.")
    }
    return months
  }

  /// The last twelve months of the data, and the twelve before them.
  private static func standard(
    _ published: Published, _ disclosure: Disclosure
  ) throws -> SignalWindows {
    if disclosure != .fullDetail, let windows = published.windows { return windows }
    guard let last = published.analysis.window?.upperBound.monthIndex,
      let windows = SignalWindows(recent: (last - 11)...last, reference: (last - 23)...(last - 12))
    else {
      throw Problem(
        .noData,
        "Aucune offre datée n’est dans le magasin. Donnez «\u{A0}window\u{A0}» et «\u{A0}reference\u{A0}».")
    }
    return windows
  }
}
