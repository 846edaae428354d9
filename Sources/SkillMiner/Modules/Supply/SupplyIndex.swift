import Taxonomy

/// Tables of training supply, when the input knows: `Store` does.
protocol SupplyReading {
  func supplyTables() throws -> [SupplyTable]
  func trainings() throws -> [StoredTraining]
}

extension Store: SupplyReading {}

/// Which trainings teach a family: those that prepare for a certification that certifies it, and those whose title names
/// it. Courses that ended are left out.
struct SupplyIndex {
  private let tables: [SupplyTable]
  private let territory: Territory?
  private let byCertification: [CertificationCode: [Int]]
  private let byFamily: [String: [Int]]
  private let trainings: [StoredTraining]
  private let index: CoverageIndex

  /// - Parameters:
  ///   - territory: where is looked; `nil` for everywhere.
  ///   - index: which certifications certify a family.
  ///   - today: courses that ended before are left out.
  /// - Returns: `nil` without a table: nothing is said then.
  init?(
    _ input: (any SupplyReading)?, territory: Territory?, extractor: Extractor, index: CoverageIndex,
    today: CalendarDate
  ) throws {
    guard let input, case let tables = try input.supplyTables(), !tables.isEmpty else { return nil }
    self.tables = tables
    self.territory = territory
    self.index = index
    let open = try input.trainings().filter { $0.offer.end.map { $0 >= today } ?? true }
    trainings = open
    var byCertification: [CertificationCode: [Int]] = [:]
    var byTitle: [String: [Int]] = [:]
    for (number, training) in open.enumerated() {
      if let code = training.offer.certification { byCertification[code, default: []].append(number) }
      if !training.offer.title.isEmpty { byTitle[training.offer.title, default: []].append(number) }
    }
    self.byCertification = byCertification
    let worker = try extractor.makeWorker()
    var byFamily: [String: [Int]] = [:]
    for (title, numbers) in byTitle.sorted(by: { $0.key < $1.key }) {
      let passage = BlockPassage(place: .blockTitle, code: "", text: title)
      let read = CertificationText.Passage(
        passage, mentions: worker.extract(blockSentence: title, occupations: []))
      for family in CoverageIndex.taught(in: read) { byFamily[family, default: []] += numbers }
    }
    self.byFamily = byFamily
  }

  /// One line a table, for fingerprints.
  var canonical: [String] { tables.map { "supply=\($0.name) \($0.day) \($0.digest)" } }

  /// Who teaches a family.
  func supply(of family: CompetencyFamily) -> GapSupply {
    var numbers = Set(byFamily[family.id] ?? [])
    for code in index.certifying(family.id) { numbers.formUnion(byCertification[code] ?? []) }
    var merged: [String: GapSupply.Training] = [:]
    for number in numbers.sorted() {
      let training = trainings[number]
      let offer = training.offer
      let key = "\(offer.body)\u{1F}\(training.place)"
      let known = merged[key]
      merged[key] = GapSupply.Training(
        body: offer.body, place: training.place,
        title: known?.title ?? (offer.title.isEmpty ? offer.certification?.description ?? "" : offer.title),
        certification: known?.certification ?? offer.certification,
        start: [known?.start, offer.start].compactMap { $0 }.min(),
        places: [known?.places, offer.places].compactMap { $0 }.reduce(nil) { ($0 ?? 0) + $1 },
        formacodes: Set(known?.formacodes ?? []).union(offer.formacodes).sorted(),
        occupations: Set(known?.occupations ?? []).union(offer.occupations).sorted(),
        territories: training.territories)
    }
    let all = merged.sorted { $0.key < $1.key }.map(\.value)
    let isHere = { (training: GapSupply.Training) in
      territory.map { training.territories[$0.level] == $0.code } ?? true
    }
    return GapSupply(
      family: family, territory: territory, here: all.filter(isHere), elsewhere: all.filter { !isHere($0) },
      day: tables.map(\.day).max() ?? tables[0].day, tables: tables.map(\.name))
  }
}
