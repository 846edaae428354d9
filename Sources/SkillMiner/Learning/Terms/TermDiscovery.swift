import Taxonomy

/// Finds terms that no form of the lexicon covers, from unlinked mentions and from the free text, and tests how much
/// they are asked for more or less: the design, test and classes are those of signals, each term in the place of a
/// family.
public struct TermDiscovery {
  private let lexicon: Lexicon
  private let parameters: TermParameters

  /// Makes the value from its parts.
  public init(lexicon: Lexicon, parameters: TermParameters = TermParameters()) {
    self.lexicon = lexicon
    self.parameters = parameters
  }

  /// Terms of a scope, strongest first; the same offers always give the same terms.
  ///
  /// - Throws: `ReadingError` `SIGNAL-001` when one of the windows holds no offer, `TextError` when ICU or libstemmer is
  ///   not usable, and what the store throws.
  public func run(_ store: Store, _ request: SignalRequest) throws -> TermResult {
    try run(store, request, hidden: [])
  }

  /// The same with a taxonomy from which the items that ROME marks *Émergente* were taken away, words, forms and all, to
  /// see which of those that enough offers name are found again: an official reference for discovery.
  ///
  /// - Parameter overlays: those of the lexicon.
  public func measure(_ store: Store, _ request: SignalRequest, overlays: Overlays) throws -> TermResult {
    let release = lexicon.release
    let emerging = Set(release.links.filter { $0.weight == .emerging }.map(\.competency))
    let rest = TaxonomyRelease(
      name: release.name, digest: release.digest + " sans Émergente", occupations: release.occupations,
      appellations: release.appellations,
      competencies: release.competencies.filter { !emerging.contains($0.code) },
      links: release.links.filter { !emerging.contains($0.competency) })
    var others = overlays
    others.forms.removeAll { $0.code.map(emerging.contains) ?? false }
    let poorer = try Lexicon(release: rest, overlays: others)
    return try TermDiscovery(lexicon: poorer, parameters: parameters)
      .run(store, request, hidden: emerging.sorted())
  }

  private func run(_ store: Store, _ request: SignalRequest, hidden: [OGRCode]) throws -> TermResult {
    let all = try store.cube(request.scope)
    try SignalAnalysis.requireBothWindows(all, of: store, request)
    let sample = SignalSample(all, windows: request.windows, poolsSources: request.poolsSources)
    let reader = try TermReader(lexicon: lexicon, hidden: hidden)
    var offers: [TermOffer] = []
    try store.forEachOffer(sample.offers) { offers.append(reader.read($0)) }
    let names = try TermNames(
      employers: store.employerNames(), territories: store.territories().map(\.name), reader: reader)
    let counter = TermCounter(offers, longest: parameters.longest, minimum: parameters.minimumOffers)
    let cube = all.only(rows(of: offers, in: all))
    let candidates = candidates(counter.sequences, offers, cube, names)
    let signals = signals(candidates, offers, cube, request)
    let terms = candidates.enumerated().compactMap { number, candidate in
      signals[number].map { term(candidate, $0, offers, cube, request) }
    }.sorted(by: Self.precedes)
    return TermResult(
      fingerprint: fingerprint(all, request), releases: ReleaseSet(lexicon: lexicon), request: request,
      terms: terms, offers: offers.count,
      tested: terms.count { $0.row.q != nil }, recall: recall(candidates, offers, cube, hidden))
  }

  // MARK: - Candidates

  private struct Candidate {
    let sequence: TermCounter.Sequence
    let cValue: Double
    let phrase: String
    let employers: Int
  }

  /// Rows of a cube that hold the offers read, which are in ascending order.
  private func rows(of offers: [TermOffer], in cube: CubeColumns) -> [Int] {
    var rows: [Int] = []
    var row = 0
    for offer in offers {
      while row < cube.count, cube.offers[row] < offer.offer.offer { row += 1 }
      rows.append(row)
    }
    return rows
  }

  private func candidates(
    _ sequences: [TermCounter.Sequence], _ offers: [TermOffer], _ cube: CubeColumns, _ names: TermNames
  ) -> [Candidate] {
    let usable = sequences.filter {
      isTermLike($0) && !names.holds($0.keys) && !isKnown($0.keys)
    }
    let places = Dictionary(
      usable.enumerated().map { ($1.keys, $0) }, uniquingKeysWith: { first, _ in first })
    var longer = [[Int]](repeating: [], count: usable.count)
    for sequence in usable {
      let n = sequence.keys.count
      for length in 1..<max(1, n) {
        for start in 0...(n - length) {
          guard let part = places[Array(sequence.keys[start..<start + length])] else { continue }
          longer[part].append(sequence.offers.count)
        }
      }
    }
    return usable.indices.compactMap { place in
      let sequence = usable[place]
      let largest = longer[place].max() ?? 0
      guard Double(largest) < parameters.nested * Double(sequence.offers.count) else { return nil }
      let employers = Set(sequence.offers.map { cube.employers[Int($0)] }.filter { $0 >= 0 }).count
      guard employers >= parameters.minimumEmployers else { return nil }
      let value = CValue.value(
        words: sequence.keys.count, frequency: sequence.offers.count, longer: longer[place])
      guard value > 0 else { return nil }
      return Candidate(
        sequence: sequence, cValue: value, phrase: writing(sequence.places, offers), employers: employers)
    }
  }

  /// Asked for often enough, more often where nothing about it is new.
  private func isTermLike(_ sequence: TermCounter.Sequence) -> Bool {
    let all = Double(max(1, sequence.occurrences))
    let demanded = Double(sequence.demanded) / all
    let isNew = Double(sequence.new) / all >= 0.5
    guard sequence.keys.count == 1 else {
      return demanded >= (isNew ? parameters.minimumDemanded : parameters.minimumDemandedKnown)
    }
    if Double(sequence.names) / all >= 0.5 { return demanded >= parameters.minimumDemandedAlone }
    return isNew && demanded >= parameters.minimumDemandedKnown
  }

  /// A form or a job title.
  private func isKnown(_ keys: [Int32]) -> Bool {
    !values(lexicon.titles, keys).isEmpty || !values(lexicon.trie, keys).isEmpty
  }

  private func values(_ trie: FrozenTrie, _ keys: [Int32]) -> [Int32] {
    var node = FrozenTrie.root
    for key in keys {
      guard key >= 0 else { return [] }
      node = trie.step(node, key)
      if node < 0 { return [] }
    }
    return Array(trie.values(at: node))
  }

  // MARK: - Change

  /// Signals of candidates, by their place.
  private func signals(
    _ candidates: [Candidate], _ offers: [TermOffer], _ cube: CubeColumns, _ request: SignalRequest
  ) -> [Int: SignalRow] {
    var terms = cube
    var held = [[Int32]](repeating: [], count: cube.count)
    for (number, candidate) in candidates.enumerated() {
      for offer in candidate.sequence.offers { held[Int(offer)].append(Int32(number)) }
    }
    terms.familyNames = Dictionary(
      uniqueKeysWithValues: candidates.indices.map { (Int32($0), String($0)) })
    terms.families = held.flatMap { $0 }
    terms.familyStarts = held.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.count) }
    let families = CompetencyFamilies(
      candidates.enumerated().map {
        CompetencyFamily(id: String($0), label: $1.phrase, kind: .knowledge, codes: [])
      })
    let table = SignalTable(
      terms, windows: request.windows, families: families, rules: request.rules,
      poolsSources: request.poolsSources)
    var rows: [Int: SignalRow] = [:]
    for signal in table.signals {
      if let number = Int(signal.family.id) {
        rows[number] = SignalRow(signal, disclosure: request.disclosure)
      }
    }
    return rows
  }

  private func term(
    _ candidate: Candidate, _ row: SignalRow, _ offers: [TermOffer], _ cube: CubeColumns,
    _ request: SignalRequest
  ) -> Term {
    let sequence = candidate.sequence
    let isSecret = request.disclosure.hides(offers: sequence.offers.count, employers: candidate.employers)
    return Term(
      phrase: candidate.phrase, row: row, cValue: candidate.cValue,
      demanded: Double(sequence.demanded) / Double(max(1, sequence.occurrences)),
      offers: sequence.offers.count, employers: candidate.employers,
      sources: Set(sequence.offers.map { cube.sources[Int($0)] }).count,
      examples: isSecret ? [] : TermConcordance.examples(sequence.places, offers, limit: parameters.examples))
  }

  /// The most frequent writing.
  private func writing(_ places: [TermCounter.Place], _ offers: [TermOffer]) -> String {
    var counts: [String: Int] = [:]
    for place in places { counts[TermConcordance.writing(place, offers[place.offer]), default: 0] += 1 }
    return counts.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key ?? ""
  }

  private static func precedes(_ a: Term, _ b: Term) -> Bool {
    let ranks = (SignalClass.order[a.row.kind] ?? 0, SignalClass.order[b.row.kind] ?? 0)
    if ranks.0 != ranks.1 { return ranks.0 < ranks.1 }
    return (b.cValue, a.phrase) < (a.cValue, b.phrase)
  }

  // MARK: - Measure and fingerprint

  /// Hidden items that enough offers of enough employers name, and those that most occurrences of a candidate name.
  private func recall(
    _ candidates: [Candidate], _ offers: [TermOffer], _ cube: CubeColumns, _ hidden: [OGRCode]
  ) -> (found: Int, of: Int) {
    guard !hidden.isEmpty else { return (0, 0) }
    var holders: [Int32: (offers: Int, employers: Set<Int32>)] = [:]
    for (number, offer) in offers.enumerated() {
      for item in Set(offer.runs.flatMap(\.item)) where item >= 0 {
        holders[item, default: (0, [])].offers += 1
        if cube.employers[number] >= 0 { holders[item]?.employers.insert(cube.employers[number]) }
      }
    }
    let findable = holders.filter {
      $0.value.offers >= parameters.minimumOffers && $0.value.employers.count >= parameters.minimumEmployers
    }
    var found = Set<Int32>()
    for candidate in candidates {
      for (item, count) in candidate.sequence.items where 2 * count >= candidate.sequence.occurrences {
        found.insert(item)
      }
    }
    return (findable.keys.count { found.contains($0) }, findable.count)
  }

  private func fingerprint(_ cube: CubeColumns, _ request: SignalRequest) -> String {
    var hash = SHA256()
    hash.update(SignalFingerprint.digest(cube, request: request, lexicon: lexicon) + "\n")
    hash.update(("terms" + parameters.canonical.joined(separator: "\n")))
    return hash.finish()
  }
}
