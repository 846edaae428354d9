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
        let offer = demand.offer(queues[position].removeFirst())
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

  /// Recent first, but the second offer of an employer stands behind the first of every other. Places of distinct offers
  /// are put in order, with what decides beside them: an offer is large.
  private static func spread(_ asking: [Int], _ demand: OccupationDemand) -> ArraySlice<Int> {
    let offers = demand.sample.offers
    let dated = asking.map { place -> (day: Int, offer: Int, place: Int) in
      let offer = demand.distinct[place].offer
      return (offers[offer].created.map { ($0.year * 12 + $0.month) * 31 + $0.day } ?? -1, offer, place)
    }
    let recent = dated.sorted { a, b in
      if a.day != b.day { return a.day > b.day }
      let (x, y) = (offers[a.offer].identifier, offers[b.offer].identifier)
      return x == y ? offers[a.offer].row < offers[b.offer].row : x < y
    }
    var seen: [Int32: Int] = [:]
    let turns = recent.enumerated().map { position, offer -> (turn: Int, position: Int) in
      let employer = offers[offer.offer].employer
      guard employer >= 0 else { return (0, position) }
      seen[employer, default: 0] += 1
      return (seen[employer, default: 1] - 1, position)
    }
    return ArraySlice(
      turns.sorted { ($0.turn, $0.position) < ($1.turn, $1.position) }.map { recent[$0.position].place })
  }
}
