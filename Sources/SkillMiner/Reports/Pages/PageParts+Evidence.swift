import Taxonomy

/// Sentences of offers.
extension PageParts {
  /// Sentences of some offers that ask for a family, in the order given.
  ///
  /// - Throws: what the store throws.
  func quotes(_ offers: [Int32], family: String) throws -> [PageQuote] {
    let rows = offers.map { facts.cube.offers[Int($0)] }
    let heads = try observatory.store.heads(of: rows)
    let evidence = try observatory.store.evidence(offers: heads.map(\.offer), family: family)
    return zip(heads, evidence).flatMap { head, passages in
      let passages = passages.filter { $0.stance.isDemand }
      return passages.prefix(1).map { passage in
        let marked = MarkedSentence(passage.sentence, start: passage.start, end: passage.end)
        return PageQuote(
          before: marked.before, mention: marked.mention, after: marked.after,
          stance: StanceWords.text(passage.stance), source: Self.source(head))
      }
    }
  }

  /// Sentences of the latest offers, each once: an employer that writes one in ten offers is read once. Three times as many
  /// offers are looked at, at most, and no more than it takes.
  func latestQuotes(_ offers: [Int32], family: String, limit: Int) throws -> [PageQuote] {
    let latest = self.latest(offers, limit: 3 * limit)
    var seen: Set<String> = []
    var found: [PageQuote] = []
    for start in stride(from: 0, to: latest.count, by: limit) where found.count < limit {
      found += try quotes(Array(latest[start...].prefix(limit)), family: family)
        .filter { seen.insert($0.before + $0.mention + $0.after).inserted }
    }
    return Array(found.prefix(limit))
  }

  static func source(_ head: OfferHead) -> PageText {
    let facts = [
      head.created.map(FrenchWords.date) ?? "date inconnue", head.place ?? "lieu inconnu",
      "offre \(head.identifier)",
    ]
    return PageText(verbatim: head.title, style: .strong)
      + PageText(verbatim: ", " + facts.joined(separator: ", "))
  }

  /// Some of the distinct offers given, latest first; those without a day come last.
  ///
  /// - Parameters:
  ///   - offers: ascending.
  ///   - start: how many of the latest are passed over.
  func latest(_ offers: [Int32], from start: Int = 0, limit: Int) -> [Int32] {
    let first = Int32(facts.months?.lowerBound ?? 0)
    let months = facts.cube.months
    /// 0 for an offer without a day.
    func bucket(_ offer: Int32) -> Int {
      let month = months[Int(offer)]
      return month < 0 ? 0 : Int(month - first) + 1
    }
    var counts = [Int](repeating: 0, count: (facts.months?.count ?? 0) + 1)
    for offer in offers { counts[bucket(offer)] += 1 }
    let wanted = start..<start + limit
    var result: [Int32] = []
    var end = 0
    for place in counts.indices.reversed() where counts[place] > 0 && end < wanted.upperBound {
      let range = end..<end + counts[place]
      end = range.upperBound
      let part = range.clamped(to: wanted)
      if part.isEmpty { continue }
      // Only the months that are shown are put in order.
      result += offers.filter { bucket($0) == place }.reversed()
        .dropFirst(part.lowerBound - range.lowerBound).prefix(part.count)
    }
    return result
  }
}
