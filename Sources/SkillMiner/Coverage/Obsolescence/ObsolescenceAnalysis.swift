public import Taxonomy

/// What is asked for less and less: the families that fade in each occupation, and the certifications whose blocks teach
/// mostly such families. One false discovery rate is held over the occupations, one over the certifications.
public struct ObsolescenceAnalysis {
  /// An occupation of whose families some fade.
  public struct Occupation: Sendable {
    /// The card.
    public let code: ROMECode
    /// Declining and vanishing families, strongest first.
    public let fading: [SignalRow]
  }

  /// A certification of which something can be said.
  public struct Taught: Sendable {
    /// The certification.
    public let certification: Certification
    /// How much of what its blocks teach fades.
    public let count: ObsolescenceCount
    /// The families taught of which something can be said, with the sentence of the block.
    public let families: [(row: SignalRow, passage: String?)]
  }

  /// What was found.
  public struct Result: Sendable {
    /// SHA-256 over what the result depends on.
    public let fingerprint: String
    /// What the offers of both windows were read with.
    public let releases: ReleaseSet
    /// What was asked.
    public let request: SignalRequest
    /// By code.
    public let occupations: [Occupation]
    /// Occupations whose offers were tested.
    public let occupationsTested: Int
    /// Those that teach most fading families first.
    public let certifications: [Taught]
    /// Certifications with text and occupations of which nothing can be said.
    public let silent: Int
    /// Certifications without text or without occupation.
    public let unreadable: Int
  }

  private let extractor: Extractor
  private let proposer: OccupationProposer
  private let tables: CoverageTables

  /// With an engine's reading and the tables of the program; see `Analysis`.
  ///
  /// - Throws: `ReadingError` when the program was built without one of its tables or from a damaged one.
  public init(engine: ReadingEngine) throws {
    extractor = engine.extractor
    proposer = engine.proposer
    tables = try CoverageTables.embedded()
  }

  /// Counts, tests and judges.
  ///
  /// - Throws: `ReadingError` `SIGNAL-001` when one of the windows holds no offer, and what the store throws.
  public func run(
    _ store: Store, _ request: SignalRequest, progress: (Int, Int) -> Void = { _, _ in }
  ) throws -> Result {
    let lexicon = extractor.lexicon
    let cube = try store.cube(request.scope)
    try SignalAnalysis.requireBothWindows(cube, of: store, request)
    var members: [ROMECode: [Int]] = [:]
    for row in 0..<cube.count where cube.occupations[row] >= 0 {
      members[cube.occupationCodes[Int(cube.occupations[row])], default: []].append(row)
    }
    let cards = members.keys.sorted()
    let tables = tables(cards.map { members[$0] ?? [] }, cube, request)
    let occupations = zip(cards, tables).compactMap { code, table -> Occupation? in
      let fading = table.signals.filter(\.kind.fades).map { SignalRow($0, disclosure: request.disclosure) }
      return fading.isEmpty ? nil : Occupation(code: code, fading: fading)
    }
    let certifications = try store.certifications().sorted { $0.code < $1.code }
    let (taught, unreadable) = try judge(certifications, members, cube, request, progress)
    var lines = request.canonical + ["obsolescence"]
    lines += certifications.map { "certification=\($0.code) \($0.blocks.count)" }
    return Result(
      fingerprint: SignalFingerprint.digest(cube, lines: lines, lexicon: lexicon),
      releases: ReleaseSet(lexicon: lexicon), request: request,
      occupations: occupations, occupationsTested: tables.count { $0.tested > 0 },
      certifications: taught.filter { $0.count.assessable > 0 }.sorted {
        ($1.count.fading.count, $0.certification.code) < ($0.count.fading.count, $1.certification.code)
      }, silent: taught.count { $0.count.assessable == 0 }, unreadable: unreadable)
  }

  /// One table a set of offers, with one false discovery rate over all.
  private func tables(_ sets: [[Int]], _ cube: CubeColumns, _ request: SignalRequest) -> [SignalTable] {
    let studies = sets.map {
      SignalStudy(
        cube.only($0), windows: request.windows, rules: request.rules, poolsSources: request.poolsSources,
        threads: 1)
    }
    return zip(studies, SignalStudy.qValues(studies.map(\.p))).map {
      SignalTable($0, q: $1, families: extractor.lexicon.families, rules: request.rules)
    }
  }

  private func judge(
    _ certifications: [Certification], _ members: [ROMECode: [Int]], _ cube: CubeColumns,
    _ request: SignalRequest, _ progress: (Int, Int) -> Void
  ) throws -> (taught: [Taught], unreadable: Int) {
    let lexicon = extractor.lexicon
    let reader = try BlockReader(extractor: extractor)
    let judge = CoverageJudge(lexicon: lexicon, tables: tables)
    var texts: [(certification: Certification, text: CertificationText, occupations: [ROMECode])] = []
    for certification in certifications {
      let links = OccupationLinks.resolve(certification, release: lexicon.release, proposer: proposer)
      let text = reader.read(certification, occupations: links.occupations)
      if text.isEvaluable, !links.occupations.isEmpty {
        texts.append((certification, text, links.occupations))
      }
    }
    let sets = Set(texts.map(\.occupations)).sorted { $0.lexicographicallyPrecedes($1) }
    let tables = tables(sets.map { $0.flatMap { members[$0] ?? [] }.sorted() }, cube, request)
    let signals = Dictionary(zip(sets, tables.map(\.signals)), uniquingKeysWith: { first, _ in first })
    var taught: [Taught] = []
    for (certification, text, occupations) in texts {
      progress(taught.count, texts.count)
      var covered: [(row: SignalRow, passage: String?)] = []
      for signal in signals[occupations] ?? [] where signal.kind != .insufficient {
        let scope = FamilyScope(signal.family, release: lexicon.release)
        guard scope != .degree, signal.family.kind != .softSkill else { continue }
        let verdict = judge.verdict(of: signal.family, in: text)
        guard verdict.level == .covered else { continue }
        covered.append((SignalRow(signal, disclosure: request.disclosure), verdict.passage?.text))
      }
      let classes = Dictionary(
        covered.map { ($0.row.family.id, $0.row.kind) }, uniquingKeysWith: { first, _ in first })
      taught.append(
        Taught(
          certification: certification,
          count: ObsolescenceCount(taught: covered.map(\.row.family.id), classes: classes), families: covered)
      )
    }
    return (taught, certifications.count - texts.count)
  }
}

extension SignalClass {
  /// Whether less and less is asked for.
  public var fades: Bool { self == .declining || self == .vanishing }
}
