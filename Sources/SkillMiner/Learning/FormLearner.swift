import Taxonomy

/// Mines the offers whose employers declared competencies for phrases that go with an item.
public struct FormLearner {
  private let lexicon: Lexicon
  private let parameters: LearningParameters

  /// - Parameters:
  ///   - lexicon: what the reading knows already.
  ///   - parameters: what a phrase must show.
  public init(lexicon: Lexicon, parameters: LearningParameters = LearningParameters()) {
    self.lexicon = lexicon
    self.parameters = parameters
  }

  /// Proposals, the strongest first; the same offers always give the same proposals.
  ///
  /// - Parameter offers: one of each near-duplicate cluster.
  /// - Throws: `TextError` when ICU or libstemmer is not usable.
  public func proposals(from offers: [DeclaringOffer]) throws -> [PhraseProposal] {
    let reader = try LearningReader(lexicon: lexicon)
    return proposals(reading: offers.map(reader.read))
  }

  func proposals(reading read: [LearningOffer]) -> [PhraseProposal] {
    // An offer whose declared items are all unknown to the release says nothing about any.
    let offers = read.filter { !$0.declared.isEmpty }
    var frequency: [String: Int] = [:]
    for offer in offers { for item in offer.declared { frequency[item.family, default: 0] += 1 } }
    let strata = Strata(offers)
    let counter = PhraseCounter(offers, longest: parameters.longest, minimum: parameters.minimumOffers)
    let candidates = counter.phrases.compactMap { phrase -> Candidate? in
      guard isUsable(phrase.keys, phrase.places, offers) else { return nil }
      return best(phrase.keys, phrase.places, offers, frequency, strata)
    }
    return withoutNested(candidates.sorted(by: Candidate.precedes)).map { proposal($0, offers) }
  }

  // MARK: - Candidates

  private struct Candidate {
    let keys: [Int32]
    let places: [PhraseCounter.Place]
    let family: String
    let phrase: String
    let g2: Double
    let within: Double
    /// Offers with the phrase and the family, ascending.
    let joint: [Int]
    let phraseOffers: Int
    let newOffers: Int
    let employers: Int

    static func precedes(_ a: Candidate, _ b: Candidate) -> Bool {
      if a.g2 != b.g2 { return a.g2 > b.g2 }
      if a.joint.count != b.joint.count { return a.joint.count > b.joint.count }
      if a.keys.count != b.keys.count { return a.keys.count > b.keys.count }
      return a.phrase < b.phrase
    }
  }

  /// A job title names no competency, and a phrase that is a form already needs no learning.
  private func isUsable(_ keys: [Int32], _ places: [PhraseCounter.Place], _ offers: [LearningOffer]) -> Bool {
    if keys.count == 1, let place = places.first {
      let run = offers[place.offer].runs[place.run]
      let length = run.ends[place.words.lowerBound] - run.starts[place.words.lowerBound]
      if length < 4 { return false }
    }
    return !holds(lexicon.titles, keys) && !holds(lexicon.trie, keys)
  }

  private func holds(_ trie: FrozenTrie, _ keys: [Int32]) -> Bool {
    var node = FrozenTrie.root
    for key in keys {
      node = trie.step(node, key)
      if node < 0 { return false }
    }
    return !trie.values(at: node).isEmpty
  }

  /// The family a phrase goes with most surely; `nil` when it passes for none.
  private func best(
    _ keys: [Int32], _ places: [PhraseCounter.Place], _ offers: [LearningOffer], _ frequency: [String: Int],
    _ strata: Strata
  ) -> Candidate? {
    var holders: [Int] = []
    for place in places where holders.last != place.offer { holders.append(place.offer) }
    var joint: [String: [Int]] = [:]
    for holder in holders {
      for item in offers[holder].declared { joint[item.family, default: []].append(holder) }
    }
    var best: (family: String, g2: Double, within: Double, joint: [Int])?
    for (family, both) in joint.sorted(by: { $0.key < $1.key }) where both.count >= parameters.minimumOffers {
      guard Double(both.count) >= parameters.minimumShare * Double(holders.count) else { continue }
      let ratio = LogLikelihoodRatio(
        both: both.count, first: holders.count, second: frequency[family] ?? both.count, all: offers.count)
      guard ratio.isAttraction else { continue }
      let g2 = ratio.value
      guard g2 >= parameters.minimumG2, g2 > best?.g2 ?? 0 else { continue }
      let within = strata.association(holders, family, both)
      if within >= parameters.minimumWithin { best = (family, g2, within, both) }
    }
    guard let best else { return nil }
    let employers = Set(best.joint.compactMap { offers[$0].offer.employerKey }).count
    let new = best.joint.count { !offers[$0].found.contains(best.family) }
    guard employers >= parameters.minimumEmployers, new >= parameters.minimumNew else { return nil }
    return Candidate(
      keys: keys, places: places, family: best.family, phrase: writing(places, offers), g2: best.g2,
      within: best.within,
      joint: best.joint, phraseOffers: holders.count, newOffers: new, employers: employers)
  }

  /// Keeps, of phrases for one family that contain one another, the one that comes first.
  private func withoutNested(_ sorted: [Candidate]) -> [Candidate] {
    var kept: [String: [Candidate]] = [:]
    return sorted.filter { candidate in
      let others = kept[candidate.family] ?? []
      if others.contains(where: { Self.nest($0.keys, candidate.keys) }) { return false }
      kept[candidate.family] = others + [candidate]
      return true
    }
  }

  private static func nest(_ a: [Int32], _ b: [Int32]) -> Bool {
    let (short, long) = a.count <= b.count ? (a, b) : (b, a)
    return (0...(long.count - short.count)).contains { long[$0..<$0 + short.count].elementsEqual(short) }
  }

  // MARK: - What people read

  private func proposal(_ candidate: Candidate, _ offers: [LearningOffer]) -> PhraseProposal {
    var codes: [OGRCode: Int] = [:]
    for index in candidate.joint {
      for item in offers[index].declared where item.family == candidate.family {
        codes[item.code, default: 0] += 1
      }
    }
    let ranked = codes.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let code = ranked[0].key
    return PhraseProposal(
      phrase: candidate.phrase, code: code, label: lexicon.release.competency(code)?.label ?? "",
      family: candidate.family, g2: candidate.g2, within: candidate.within, offers: candidate.joint.count,
      employers: candidate.employers,
      phraseOffers: candidate.phraseOffers, newOffers: candidate.newOffers,
      examples: Concordance.examples(candidate.places, offers, limit: parameters.examples))
  }

  /// The most frequent writing, in lower case unless it is always written otherwise; function words as they stand.
  private func writing(_ places: [PhraseCounter.Place], _ offers: [LearningOffer]) -> String {
    var counts: [String: Int] = [:]
    for place in places { counts[Concordance.writing(place, offers[place.offer]), default: 0] += 1 }
    return counts.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key ?? ""
  }
}
