import Taxonomy

/// Chooses the sentences that show a demand: recent first, one employer each as long as there are others, the
/// families of the module in turn, no sentence twice.
struct EvidencePicker {
  let demand: OccupationDemand
  let limit: Int
  /// How many offers are tried for each sentence wanted, so that evidence stays cheap on a large store.
  private static let patience = 8

  func pick(
    families: [(id: String, number: Int32)],
    read: (_ row: Int64, _ family: String) throws -> [EvidencePassage]
  ) throws -> [ModuleCandidate.Evidence] {
    var queues = families.map { family in Self.spread(demand.asking([family.number]), demand) }
    var picked: [ModuleCandidate.Evidence] = []
    var sentences = Set<String>()
    var tried = 0
    while picked.count < limit, tried < limit * Self.patience * families.count,
      queues.contains(where: { !$0.isEmpty })
    {
      for position in queues.indices where !queues[position].isEmpty && picked.count < limit {
        let offer = queues[position].removeFirst()
        tried += 1
        let family = families[position].id
        let passage = try read(offer.row, family).first {
          $0.stance.isDemand && !sentences.contains($0.sentence)
        }
        guard let passage else { continue }
        sentences.insert(passage.sentence)
        picked.append(
          ModuleCandidate.Evidence(
            offer: offer.identifier, date: offer.created, place: offer.place, family: family,
            passage: passage))
      }
    }
    return picked
  }

  /// Recent first, but the second offer of an employer stands behind the first of every other.
  private static func spread(_ asking: [Int], _ demand: OccupationDemand) -> ArraySlice<OfferSample.Offer> {
    let recent = asking.map { demand.offer($0) }.sorted { a, b in
      switch (a.created, b.created) {
      case (let x?, let y?) where x != y: x > y
      case (nil, .some): false
      case (.some, nil): true
      default: (a.identifier, a.row) < (b.identifier, b.row)
      }
    }
    var seen: [Int32: Int] = [:]
    let turns = recent.enumerated().map { position, offer in
      guard offer.employer >= 0 else { return (turn: 0, position: position) }
      seen[offer.employer, default: 0] += 1
      return (turn: seen[offer.employer, default: 1] - 1, position: position)
    }
    return ArraySlice(
      turns.sorted { ($0.turn, $0.position) < ($1.turn, $1.position) }.map { recent[$0.position] })
  }
}
