import Taxonomy
import TestSupport

@testable import SkillMiner

/// A seeded store whose cells are of every size: two regions of three départements, two occupations, three families, two
/// years and a month before them.
struct SecrecyWorld {
  static let departments = ["54", "67", "68", "01", "38", "69"]
  static let regions = ["44": ["54", "67", "68"], "84": ["01", "38", "69"]]

  let folder: ScratchFolder
  let store: Store
  let lexicon: Lexicon
  /// Everything, and what is published of it.
  let whole: Observatory
  let published: Observatory
  /// Identifiers of the families asked for.
  let families: [String]

  init(seed: UInt64, offers: Int = 420) throws {
    var draws = SeededGenerator(seed: seed)
    folder = try ScratchFolder()
    let (store, extraction) = try StoreFixtures.store(folder.path("s.sqlite"))
    self.store = store
    lexicon = try Lexicon(release: StoreFixtures.release(), overlays: .none)
    families = Array(lexicon.families.ids.prefix(3))
    let region = Dictionary(
      uniqueKeysWithValues: Self.regions.flatMap { code, parts in parts.map { ($0, code) } })
    _ = try store.replaceTerritories(
      communes: Self.departments.flatMap { department in
        Self.communes(of: department).map {
          CommuneRecord(
            code: $0, name: "C\($0)", basin: nil, zone: nil, department: department,
            region: region[department] ?? "")
        }
      },
      territories: Self.departments.map { Territory(level: .department, code: $0, name: "Dép \($0)") }
        + Self.regions.keys.sorted().map { Territory(level: .region, code: $0, name: "Région \($0)") },
      regionOfDepartment: region
    ) { _ in [:] }
    let row = try store.beginImport(.offers, file: "f", digest: nil, today: StoreFixtures.today)
    var records: [PreparedRecord] = []
    for number in 0..<offers {
      // Départements of very different size; some families hardly asked for in some.
      let place = Int.random(in: 0..<6, using: &draws) * Int.random(in: 0..<7, using: &draws) / 6
      let department = Self.departments[place]
      let month = Int.random(in: -1..<24, using: &draws)
      let occupation = Int.random(in: 0..<5, using: &draws) == 0 ? "M1805" : "N1103"
      var offer = JobOffer(
        id: "o\(number)", source: number % 9 == 0 ? "autre" : "flux", title: "Titre \(number)",
        description: "Texte \(number * 7919)")
      let (year, part) = month < 0 ? (2023, 11) : (2024 + month / 12, month % 12)
      offer.created = CalendarDate(year: year, month: part + 1, day: 5)
      let asked = families.enumerated().filter {
        Int.random(in: 0..<($0.offset * 4 + 2 + place), using: &draws) == 0
      }.map(\.element)
      records.append(
        .offer(
          PreparedOffer(
            offer: offer, fingerprint: TextFingerprint(offer).bytes,
            employerKey: "employeur \(department) \(Int.random(in: 0..<9, using: &draws))",
            territories: [
              // Without a draw of its own, so that the other levels stay what they are.
              .commune: Self.communes(of: department)[number % 7 * (number % 5) / 7],
              .department: department, .region: region[department] ?? "",
            ],
            occupations: [OfferOccupation(code: StoreFixtures.rome(occupation), origin: .declared)],
            mentions: asked.map { StoreFixtures.mention(0..<1, family: $0) })))
    }
    _ = try store.ingest(records, import: row, extraction: extraction)
    whole = try Observatory(
      store: store, lexicon: lexicon, result: nil, filieres: [], today: StoreFixtures.today,
      disclosure: .fullDetail)
    published = Observatory(whole, for: .published)
  }

  /// The first has most of the offers.
  static func communes(of department: String) -> [String] { (1...5).map { "\(department)00\($0)" } }

  static func territory(_ level: Territory.Level, _ code: String) -> PageScope {
    PageScope(territory: CubeScope.TerritoryKey(level: level, code: code))
  }

  /// Scopes with everything they are made of.
  static let sums: [(scope: PageScope, parts: [PageScope])] =
    [(PageScope(), departments.map { territory(.department, $0) })]
    + regions.keys.sorted().map { code in
      (territory(.region, code), (regions[code] ?? []).map { territory(.department, $0) })
    }
}

extension Observatory {
  /// Offers and employers of a family in a scope, or of all offers there, before any secret.
  func cell(_ family: Int32?, _ scope: PageScope) -> SecrecyRules.Cell {
    let portrait = portrait(scope)
    guard let family else {
      return SecrecyRules.Cell(offers: portrait.total, employers: portrait.employers)
    }
    let demand = portrait.demand(family)
    return SecrecyRules.Cell(offers: demand?.offers ?? 0, employers: demand?.employers ?? 0)
  }
}
