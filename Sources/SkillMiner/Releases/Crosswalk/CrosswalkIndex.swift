import Foundation
import Taxonomy

/// Labels of the concepts of ESCO, found by the words they share with a label.
struct CrosswalkIndex {
  /// A label of a concept.
  struct Entry {
    let uri: ESCOURI
    let label: String
    /// Empty for the preferred label.
    let alternative: String
    let words: CrosswalkWords
  }

  /// A label that is like another.
  struct Hit {
    let entry: Entry
    /// Weighted words in common over all words of both (Jaccard), 0 to 1.
    let likeness: Double
  }

  let entries: [Entry]
  private let byKey: [String: [Int]]
  private let byLabel: [String: [Int]]
  private let byStems: [Set<String>: [Int]]

  init(_ entries: [Entry]) {
    self.entries = entries
    var byKey: [String: [Int]] = [:]
    for (place, entry) in entries.enumerated() {
      for key in entry.words.keys { byKey[key, default: []].append(place) }
    }
    self.byKey = byKey
    byLabel = Dictionary(grouping: entries.indices) { entries[$0].words.key }
    byStems = Dictionary(grouping: entries.indices) { entries[$0].words.stems }
  }

  /// Concepts with a label that is the same up to case, accents and punctuation.
  func same(_ words: CrosswalkWords) -> [Entry] { (byLabel[words.key] ?? []).map { entries[$0] } }

  /// Concepts with a label of the same content words up to number and gender.
  func sameWords(_ words: CrosswalkWords) -> [Entry] {
    words.stems.isEmpty ? [] : (byStems[words.stems] ?? []).map { entries[$0] }
  }

  /// Rarity of a word among the labels.
  func weight(_ key: String) -> Double {
    log(Double(entries.count + 1) / Double((byKey[key]?.count ?? 0) + 1))
  }

  /// Labels at least as like as `least`, best first; of equals the lower concept.
  func nearest(_ words: CrosswalkWords, least: Double) -> [Hit] {
    let own = words.keys.reduce(0) { $0 + weight($1) }
    guard own > 0 else { return [] }
    // A label above the bound shares one of the heaviest words that together weigh more than 1 − least of all.
    var common: Set<Int> = []
    var rest = own
    for key in words.keys.sorted(by: { (weight($0), $0) > (weight($1), $1) }) {
      if rest < least * own { break }
      common.formUnion(byKey[key] ?? [])
      rest -= weight(key)
    }
    return common.sorted().compactMap { place -> Hit? in
      let entry = entries[place]
      let shared = Set(words.keys).intersection(entry.words.keys).sorted().reduce(0) { $0 + weight($1) }
      let other = entry.words.keys.reduce(0) { $0 + weight($1) }
      let likeness = shared / (own + other - shared)
      return likeness >= least ? Hit(entry: entry, likeness: likeness) : nil
    }.sorted { ($1.likeness, $0.entry.uri) < ($0.likeness, $1.entry.uri) }
  }
}
