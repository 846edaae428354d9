import Foundation
import SkillMiner
import Taxonomy

/// How long signals take on a cube of made-up offers: two years, four feeds, 500 occupations, 2,000 families of very
/// different frequency, employers of very different size, the regions and départements of France in number.
struct CubeBenchmark {
  static let filiere = 40
  private static let regions = 13
  private let offers: Int
  private let path: String

  init(offers: Int, path: String) {
    self.offers = offers
    self.path = path
  }

  /// Makes the store when there is none, then measures; prints one line of a Markdown table.
  func run() throws {
    if !FileManager.default.fileExists(atPath: path) { try fill() }
    let store = try Store(path: path, access: .readOnly)
    let lexicon = try Lexicon(release: try Self.release(), overlays: .none)
    let analysis = SignalAnalysis(lexicon: lexicon)
    guard
      let windows = SignalWindows(
        recent: 2025 * 12...2025 * 12 + 11, reference: 2024 * 12...2024 * 12 + 11)
    else { return }
    var cells: [String] = []
    for disclosure in [Disclosure.published, .fullDetail] {
      cells.append(try Self.filiere(disclosure, windows) { _ = try analysis.run(store, $0) })
    }
    // As a service answers: the same facts in memory.
    do {
      let memory = FactsReading(
        try Observatory(
          store: store, lexicon: lexicon, result: nil, filieres: [], today: Self.today,
          disclosure: .fullDetail))
      for disclosure in [Disclosure.published, .fullDetail] {
        cells.append(try Self.filiere(disclosure, windows) { _ = try analysis.run(memory, $0) })
      }
    }
    let request = SignalRequest(scope: CubeScope(), title: "essai", windows: windows, options: [])
    var rows = 0
    let whole = try Self.seconds {
      rows = try analysis.map(store, request, level: .region, names: []).map.rows.reduce(0) { $0 + $1.count }
    }
    cells += [Output.number(whole, 1), "\(rows)", "\(Self.memory())"]
    print("| \(offers) | " + cells.joined(separator: " | ") + " |")
  }

  /// Median of five, in milliseconds of processor time and of waiting.
  private static func filiere(
    _ disclosure: Disclosure, _ windows: SignalWindows, _ run: (SignalRequest) throws -> Void
  ) throws -> String {
    var scope = CubeScope()
    scope.occupations = Set(occupations.prefix(filiere))
    scope.territory = CubeScope.TerritoryKey(level: .region, code: region(0))
    var request = SignalRequest(scope: scope, title: "essai", windows: windows, options: [])
    request.disclosure = disclosure
    var times: [Double] = []
    var waits: [Double] = []
    for _ in 0..<5 {
      let start = ContinuousClock.now
      times.append(try seconds { try run(request) })
      waits.append(Double((ContinuousClock.now - start) / .milliseconds(1)))
    }
    return Output.number(times.sorted()[2] * 1000, 0) + " (" + Output.number(waits.sorted()[2], 0) + ")"
  }

  private static let today: CalendarDate = {
    guard let day = CalendarDate(year: 2026, month: 1, day: 1) else {
      preconditionFailure("the first of January exists")
    }
    return day
  }()

  /// Made-up offers are written by the way imports take; the time is that of facts, not of reading texts.
  private func fill() throws {
    let store = try Store(path: path, access: .readWrite)
    let today = Self.today
    let row = try store.save(try Self.release(), import: nil).row
    let extraction = try store.beginExtraction(release: row, lexicon: "essai", today: today)
    try store.switchTo(extraction: extraction)
    let journal = try store.beginImport(.offers, file: "essai", digest: nil, today: today)
    var draws = Draws(seed: 1)
    var made = 0
    while made < offers {
      let count = min(20_000, offers - made)
      try store.keep(
        synthetic: (0..<count).map { offer(made + $0, &draws) }, import: journal, extraction: extraction)
      made += count
    }
  }

  private func offer(_ number: Int, _ draws: inout Draws) -> SyntheticOffer {
    func skewed(_ n: Int) -> Int { min(n - 1, Int(pow(Double(n + 1), draws.uniform())) - 1) }
    let month = draws.below(24)
    let region = skewed(Self.regions)
    let department = region * 8 + draws.below(8)
    // An occupation asks mostly for its own families, and for some that all ask for.
    let occupation = draws.below(Self.occupations.count)
    let families = (0..<2 + draws.below(12)).map { _ in
      draws.uniform() < 0.6 ? (occupation * 4 + skewed(60)) % 2000 : skewed(2000)
    }
    guard
      let day = CalendarDate(year: 2024 + month / 12, month: 1 + month % 12, day: 1 + draws.below(28))
    else { preconditionFailure("days 1 to 28 exist in every month") }
    return SyntheticOffer(
      identifier: String(number), source: "flux\(skewed(4))", created: day,
      employer: draws.uniform() < 0.2 ? nil : "employeur \(skewed(offers / 6))",
      occupation: Self.occupations[occupation], families: families.map { "famille-\($0)" },
      territories: [
        .region: Self.region(region), .department: "d\(department)",
        .employmentZone: "z\(department * 3 + draws.below(3))",
      ])
  }

  private static func region(_ number: Int) -> String { "r\(number)" }

  private static let occupations: [ROMECode] = (0..<500).compactMap { number in
    let letter = ["A", "D", "F", "G", "H"][number / 100]
    let digits = String(1000 + number % 100 + 101)
    return ROMECode(letter + digits)
  }

  private static func release() throws -> TaxonomyRelease {
    TaxonomyRelease(
      name: "essai", digest: "essai",
      occupations: occupations.map { Occupation(code: $0, label: "Métier \($0)", parent: $0) },
      appellations: [], competencies: [], links: [])
  }

  /// Processor time of all threads: what a machine with nothing else to do needs at most.
  private static func seconds(_ body: () throws -> Void) rethrows -> Double {
    let start = clock()
    try body()
    return Double(clock() - start) / Double(CLOCKS_PER_SEC)
  }

  /// Largest memory the process ever had, in MB.
  private static func memory() -> Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM") } ?? ""
    return (Int(line.filter(\.isNumber)) ?? 0) / 1024
  }
}
