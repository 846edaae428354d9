import Foundation
import Taxonomy

/// Items of a release by their labels.
struct LabelIndex {
  private let items: [Competency]
  private let words: [LabelWords]
  private let byKey: [String: [Int]]
  private let byStems: [Set<String>: [Int]]
  private let byStem: [String: [Int]]

  init(_ items: [Competency]) {
    self.items = items
    words = items.map { LabelWords($0.label) }
    let places = Array(items.indices)
    let words = self.words
    byKey = Dictionary(grouping: places) { words[$0].key }
    byStems = Dictionary(grouping: places) { words[$0].stems }
    var byStem: [String: [Int]] = [:]
    for place in places { for stem in words[place].stems { byStem[stem, default: []].append(place) } }
    self.byStem = byStem
  }

  /// The item of a folded label, when one alone bears it.
  func only(key: String) -> Competency? { only(byKey[key]) }

  /// The item of a set of content words, when one alone has it.
  func only(stems: Set<String>) -> Competency? { stems.isEmpty ? nil : only(byStems[stems]) }

  private func only(_ places: [Int]?) -> Competency? {
    guard let places, places.count == 1 else { return nil }
    return items[places[0]]
  }

  /// Items with the most words in common, rare words counting more; of equals the lower code first.
  func nearest(_ label: LabelWords, limit: Int) -> [ReleaseMigration.Proposal] {
    var common: [Int: Double] = [:]
    // In the order of the alphabet: sums of fractions depend on their order.
    for stem in label.stems.sorted() {
      let places = byStem[stem] ?? []
      // A word of a tenth of all labels finds nothing that others do not.
      guard places.count * 10 < items.count || places.count < 50 else { continue }
      for place in places { common[place, default: 0] += weight(stem) }
    }
    let own = label.stems.sorted().reduce(0) { $0 + weight($1) }
    let scored = common.map { place, shared -> (place: Int, score: Double) in
      let other = words[place].stems.sorted().reduce(0) { $0 + weight($1) }
      return (place, shared / (own + other - shared))
    }
    let best = scored.filter { $0.score >= 0.25 }.sorted {
      $0.score != $1.score ? $0.score > $1.score : items[$0.place].code < items[$1.place].code
    }
    return best.prefix(limit).map { .init(new: items[$0.place], score: $0.score) }
  }

  /// Rarity of a word among the labels.
  private func weight(_ stem: String) -> Double {
    log(Double(items.count + 1) / Double((byStem[stem]?.count ?? 0) + 1))
  }
}
