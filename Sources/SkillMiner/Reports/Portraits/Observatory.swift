import Synchronization
package import Taxonomy

/// Everything the pages answer from: one snapshot of a store with its analysis, in memory. Portraits and signals of a
/// scope are made when a page asks for them and kept.
package final class Observatory: Sendable {
  package let store: Store
  package let today: CalendarDate
  package let lexicon: Lexicon
  /// `nil` when there was nothing to analyse.
  package let result: AnalysisResult?
  let facts: OfferFacts
  let atlas: Atlas
  let lines: TerritoryLines
  let filieres: [Filiere]
  let certifications: [Certification]
  /// The two periods compared by default; `nil` when no two are long and full enough.
  package let windows: SignalWindows?
  /// Names what pages rest on, for caches and feet of pages.
  package let fingerprint: String

  /// To whom the pages are shown.
  package let disclosure: Disclosure

  let search: SiteSearch
  let secrets = SecrecyMemory()
  let gaps = ScopeMemory<[GapsOfScope.Gap]>(limit: 256)
  /// Where analyses of single regions come from; `nil` where nobody draws.
  let regional: RegionalAnalyses?
  /// Outlines of territories for maps; tiles stand in for what has none.
  let outlines: MapOutlines

  private let twin = Mutex<Observatory?>(nil)
  private let memory: Memory

  /// Signals of a scope, or why there are none.
  enum SignalOutcome: Sendable {
    case table(ScopeSignals)
    case none(String)
  }

  /// What has been made of scopes and of everything, whoever reads it.
  private final class Memory: Sendable {
    let portraits = ScopeMemory<Portrait>(limit: 1024)
    let signals = ScopeMemory<SignalOutcome>(limit: 128)
    let profiles = ScopeMemory<NeedProfile>(limit: 2048)
    let totals = ScopeMemory<Int>(limit: 16_384)
    let filieres = ScopeMemory<[Int32]>(limit: 0)
    let openData = Mutex<OpenData?>(nil)
    let quality = Mutex<StoreQuality?>(nil)
  }

  /// - Parameters:
  ///   - result: the published analysis, when there is one.
  ///   - filieres: as the region defines them.
  ///   - disclosure: to whom the pages are shown.
  ///   - regional: where analyses of single regions come from.
  ///   - outlines: of territories, for maps.
  /// - Throws: what the store throws.
  package init(
    store: Store, lexicon: Lexicon, result: AnalysisResult?, filieres: [Filiere], today: CalendarDate,
    disclosure: Disclosure, regional: RegionalAnalyses? = nil, outlines: MapOutlines = .none
  ) throws {
    self.store = store
    self.disclosure = disclosure
    memory = Memory()
    self.lexicon = lexicon
    self.result = result
    self.filieres = filieres
    self.today = today
    self.regional = regional
    self.outlines = outlines
    facts = OfferFacts(try store.cube(CubeScope()), places: try store.offersByTerritory())
    atlas = Atlas(
      territories: try store.territories(), communes: try store.communes(),
      regionOfDepartment: try store.regionOfDepartment())
    lines = TerritoryLines(facts, atlas)
    certifications = try store.certifications()
    windows = Self.windows(DistinctOffers(Array(0..<Int32(facts.cube.count)), of: facts).months)
    let digests = try store.digests()
    var hash = SHA256()
    for part in [
      digests.taxonomy ?? "", digests.lexicon ?? "", digests.referential, digests.offers,
      result?.fingerprint ?? "", today.description, Version.current, Build.pages, outlines.digest,
    ] { hash.update(part + "\n") }
    fingerprint = hash.finish()
    var index = SHA256()
    for part in [
      digests.taxonomy ?? "", digests.lexicon ?? "", digests.referential, digests.offers, Build.pages,
    ] {
      index.update(part + "\n")
    }
    search = try SiteSearch(
      Contents(
        lexicon: lexicon, facts: facts, atlas: atlas, filieres: filieres, certifications: certifications),
      store: store, digest: index.finish())
  }

  /// The same snapshot for other readers.
  package init(_ other: Observatory, for disclosure: Disclosure) {
    self.disclosure = disclosure
    store = other.store
    today = other.today
    lexicon = other.lexicon
    result = other.result
    facts = other.facts
    atlas = other.atlas
    lines = other.lines
    filieres = other.filieres
    certifications = other.certifications
    windows = other.windows
    fingerprint = other.fingerprint
    search = other.search
    regional = other.regional
    outlines = other.outlines
    memory = other.memory
  }

  /// What every page is made with.
  package var releases: ReleaseSet { result?.releases ?? ReleaseSet(lexicon: lexicon) }

  /// What search is made of.
  struct Contents {
    let lexicon: Lexicon
    let facts: OfferFacts
    let atlas: Atlas
    let filieres: [Filiere]
    let certifications: [Certification]
  }

  /// Changes when pages say something else for the same data.
  private enum Build { static let pages = "4" }

  /// The same pages as anybody may see them: what is printed leaves the house, whoever prints it.
  package var published: Observatory {
    if disclosure.secrecy != nil { return self }
    return twin.withLock { twin in
      let published = twin ?? Observatory(self, for: .published)
      twin = published
      return published
    }
  }

  // MARK: Offers of a scope

  /// Offers of a scope, ascending, re-posts included.
  func offers(_ scope: PageScope) -> [Int32] {
    var lists: [[Int32]] = []
    if let territory = scope.territory { lists.append(facts.offersOfTerritory[territory] ?? []) }
    if let occupation = scope.occupation { lists.append(facts.offersOfOccupation[occupation] ?? []) }
    if let filiere = scope.filiere {
      lists.append(filieres.first { $0.id == filiere }.map(offersOf) ?? [])
    }
    var offers = lists.isEmpty ? Array(0..<Int32(facts.cube.count)) : lists[0]
    for other in lists.dropFirst() { offers = OfferLists.common(offers, other) }
    if let months = scope.months {
      offers = offers.filter { months.contains(Int(facts.cube.months[Int($0)])) }
    }
    if let source = scope.source {
      let place = facts.cube.sourceNames.firstIndex(of: source).map(Int32.init) ?? -1
      offers = offers.filter { facts.cube.sources[Int($0)] == place }
    }
    return offers
  }

  /// Offers of the occupations of a filière, ascending: laid together once, for the map of a filière asks for them a
  /// hundred times.
  private func offersOf(_ filiere: Filiere) -> [Int32] {
    memory.filieres.value(PageScope(filiere: filiere.id), stays: true) {
      occupations(of: filiere).flatMap { facts.offersOfOccupation[$0] ?? [] }.sorted()
    }
  }

  /// What the offers of a scope ask for.
  func portrait(_ scope: PageScope) -> Portrait {
    memory.portraits.value(scope) { Portrait(offers(scope), of: facts) }
  }

  /// Makes a portrait that stays.
  func keepPortrait(_ scope: PageScope) {
    _ = memory.portraits.value(scope, stays: true) { Portrait(offers(scope), of: facts) }
  }

  /// The distinct offers of a scope, ascending, where nothing else of its portrait is wanted.
  func distinct(_ scope: PageScope) -> [Int32] {
    memory.portraits.known(scope)?.offers ?? DistinctOffers(offers(scope), of: facts).offers
  }

  /// How many distinct offers a scope has.
  func total(_ scope: PageScope) -> Int {
    if let known = memory.portraits.known(scope) { return known.total }
    return memory.totals.value(scope) { DistinctOffers(offers(scope), of: facts).offers.count }
  }

  /// Signals of a scope between the default windows.
  func signals(_ scope: PageScope) -> SignalOutcome {
    memory.signals.value(scope) { makeSignals(scope) }
  }

  /// Makes signals that stay.
  func keepSignals(_ scope: PageScope) {
    _ = memory.signals.value(scope, stays: true) { makeSignals(scope) }
  }

  /// What the needs of a territory are compared by.
  func profile(_ territory: CubeScope.TerritoryKey) -> NeedProfile {
    let scope = PageScope(territory: territory)
    return memory.profiles.value(scope) { NeedProfile(portrait(scope)) { family($0).kind } }
  }

  /// The quality of this state of the store, looked at when somebody first asks.
  ///
  /// - Throws: what the store throws.
  func quality() throws -> StoreQuality {
    try memory.quality.withLock { known in
      if let known { return known }
      let quality = try StoreQuality(self)
      known = quality
      return quality
    }
  }

  /// The open data of this state, made when somebody first asks for it; the same whoever asks.
  ///
  /// - Throws: what the store throws.
  package func openData() throws -> OpenData {
    try memory.openData.withLock { known in
      if let known { return known }
      let data = try OpenData(self)
      known = data
      return data
    }
  }

  private func makeSignals(_ scope: PageScope) -> SignalOutcome {
    guard let windows else {
      return .none(
        "Les offres datées ne remplissent pas deux périodes comparables. Importez des offres de mois différents."
      )
    }
    let columns = facts.columns(of: offers(scope.during(windows.span)))
    if let signals = ScopeSignals(columns, windows: windows, lexicon: lexicon) { return .table(signals) }
    return .none(
      "Aucune offre datée de ce périmètre dans l’une des deux périodes (\(FrenchMonths.range(windows.reference)) et "
        + "\(FrenchMonths.range(windows.recent))) : élargissez le périmètre.")
  }

  /// Longest two periods of 12, 6, 3 or 1 months that end with the last full month and hold offers enough.
  static func windows(_ months: [(month: Int, offers: Int)]) -> SignalWindows? {
    guard let last = months.last?.month else { return nil }
    let counts = Dictionary(uniqueKeysWithValues: months.map { ($0.month, $0.offers) })
    func offers(_ range: ClosedRange<Int>) -> Int { range.reduce(0) { $0 + (counts[$1] ?? 0) } }
    for length in [12, 6, 3, 1] {
      let recent = (last - length + 1)...last
      let reference = (last - 2 * length + 1)...(last - length)
      if offers(recent) >= 50, offers(reference) >= 50 {
        return SignalWindows(recent: recent, reference: reference)
      }
    }
    // A collection with a hole: the last twelve months against everything before.
    let recent = (last - 11)...last
    guard let first = months.first?.month, first < recent.lowerBound else { return nil }
    let reference = first...(recent.lowerBound - 1)
    guard offers(recent) >= 50, offers(reference) >= 50 else { return nil }
    return SignalWindows(recent: recent, reference: reference)
  }

  /// Territories of a level with offers, in the order of their names.
  package func territoriesWithOffers(_ level: Territory.Level) -> [Territory] {
    atlas.territories.filter {
      $0.level == level
        && facts.offersOfTerritory[CubeScope.TerritoryKey(level: level, code: $0.code)] != nil
    }.sorted { ($0.name, $0.code) < ($1.name, $1.code) }
  }

  /// The analysis a portfolio is held against: that of its region where it was drawn from one; `nil` when that one has
  /// not been made yet.
  func analysis(of portfolio: Portfolio) -> AnalysisResult? {
    guard portfolio.scope.kind == .region, let code = portfolio.scope.code else { return result }
    return regional?.known(code)
  }

  // MARK: Names

  /// The cards of a filière, in codes of the release.
  func occupations(of filiere: Filiere) -> [ROMECode] {
    Set(filiere.occupations.flatMap { lexicon.release.expand($0) }).sorted()
  }

  func label(_ code: ROMECode) -> String { lexicon.release.occupation(code)?.label ?? code.value }

  /// A family by its identifier.
  func family(_ id: String) -> CompetencyFamily? { lexicon.families[id] }

  func family(_ place: Int32) -> CompetencyFamily {
    let id = facts.familyIDs[Int(place)]
    return lexicon.families[id] ?? CompetencyFamily(id: id, label: id, kind: .knowHow, codes: [])
  }

  func territory(_ key: CubeScope.TerritoryKey) -> String { atlas.name(key) }

  /// The scope in words, as a title says it.
  func name(_ scope: PageScope) -> String {
    var parts: [String] = []
    if let code = scope.occupation { parts.append("\(label(code)) (\(code))") }
    if let id = scope.filiere { parts.append("filière \(filieres.first { $0.id == id }?.name ?? id)") }
    if let key = scope.territory { parts.append(territory(key)) }
    if let months = scope.months { parts.append(FrenchMonths.range(months)) }
    if let source = scope.source { parts.append("source \(source)") }
    return parts.isEmpty ? "toutes les offres collectées" : parts.joined(separator: ", ")
  }
}
