import Taxonomy

/// Sentences of offers.
extension PageParts {
  /// Sentences of some offers that ask for a family, in the order given.
  ///
  /// - Throws: what the store throws.
  func quotes(_ offers: [Int32], family: String) throws -> [PageQuote] {
    let rows = offers.map { facts.cube.offers[Int($0)] }
    return try observatory.store.heads(of: rows).flatMap { head in
      let passages = try observatory.store.evidence(offer: head.offer, family: family)
        .filter { $0.stance.isDemand }
      return passages.prefix(1).map { passage in
        let marked = MarkedSentence(passage.sentence, start: passage.start, end: passage.end)
        return PageQuote(
          before: marked.before, mention: marked.mention, after: marked.after,
          stance: StanceWords.text(passage.stance), source: Self.source(head))
      }
    }
  }

  static func source(_ head: OfferHead) -> PageText {
    let facts = [
      head.created.map(FrenchWords.date) ?? "date inconnue", head.place ?? "lieu inconnu",
      "offre \(head.identifier)",
    ]
    return PageText(verbatim: head.title, style: .strong)
      + PageText(verbatim: ", " + facts.joined(separator: ", "))
  }

  /// Distinct offers, latest first.
  func latest(_ offers: [Int32]) -> [Int32] {
    offers.sorted { a, b in
      (facts.cube.months[Int(b)], facts.cube.offers[Int(b)])
        < (facts.cube.months[Int(a)], facts.cube.offers[Int(a)])
    }
  }
}
