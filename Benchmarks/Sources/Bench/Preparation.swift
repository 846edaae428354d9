import Foundation
import SkillMiner
import Taxonomy

/// Writes what all engines are given: texts as they are, the same texts normalised beforehand, and the forms.
///
/// Normalised, a document is the keys of its words, each between U+0001 and U+0002 so that a match of bytes is a match
/// of words, and a line feed at each boundary that no form may cross. The `plain` variant parts words by spaces.
struct Preparation {
  let scratch: Scratch
  /// Folder of the real data, `nil` for what the project itself embeds.
  let shared: String?
  let offers: String

  func run() throws {
    var corpus = Corpus()
    try corpus.add(path: shared.map { $0 + "/data/offers" } ?? offers)
    corpus.shuffle()
    try scratch.write(corpus.documents.map(\.title), to: "titles")
    try scratch.write(corpus.documents.map(\.description), to: "descriptions")
    try scratch.write(corpus.documents.map { $0.occupation?.description ?? "" }, to: "occupations")
    try scratch.write(corpus.documents.map(\.text), to: "texts")

    var forms = Forms()
    if let shared {
      for (file, name) in [("rome-v460-csv.zip", "ROME 4.60"), ("rome-v347-csv.zip", "ROME 3.47")] {
        forms.add(try ROMEReader.read(path: shared + "/data/rome/" + file).release, named: name)
      }
      try forms.addESCO(path: shared + "/data/esco/esco-v1.0-fr.zip")
    } else {
      forms.add(try EmbeddedTaxonomy.release(), named: "embedded ROME")
    }
    var wrapped: [String] = []
    var plain: [String] = []
    var distinct: [String] = []
    let engine = try EngineAdaptor(forms: forms.texts) { text, keys in
      distinct.append(forms.texts[text])
      wrapped.append(keys.map { "\u{1}\($0)\u{2}" }.joined())
      plain.append(keys.joined(separator: " "))
    }
    try scratch.write(distinct, to: "forms.raw")
    try scratch.write(wrapped, to: "forms.wrapped")
    try scratch.write(plain, to: "forms.plain")
    let normalised = corpus.documents.map { engine.normalised($0.text) }
    try scratch.write(
      normalised.map { $0.map { $0.map { "\u{1}\($0)\u{2}" } ?? "\n" }.joined() }, to: "normalised.wrapped")
    try scratch.write(normalised.map(plainText), to: "normalised.plain")
    // Growth: samples of the real forms, and beyond them recombinations of their halves.
    let shuffled = Seeded.shuffled(distinct)
    for (name, count) in [("forms-10k", 10_000), ("forms-30k", 30_000), ("forms-100k", 100_000)] {
      try scratch.write(
        Array((shuffled + recombined(shuffled, max(0, count - shuffled.count))).prefix(count)),
        to: name + ".raw")
    }
    try scratch.write(
      json: [
        "records": corpus.read, "documents": corpus.documents.count, "bytes": corpus.bytes,
        "labels": Dictionary(uniqueKeysWithValues: forms.counts.map { ($0.source, $0.count) }),
        "forms": distinct.count,
      ], to: "counts.json")
  }

  /// The first half of one form and the second half of another.
  private func recombined(_ forms: [String], _ count: Int) -> [String] {
    (0..<count).map { number in
      let head = forms[number % forms.count].split(separator: " ")
      let tail = forms[(number * 7919 + 1) % forms.count].split(separator: " ")
      return (head.prefix((head.count + 1) / 2) + tail.suffix((tail.count + 1) / 2)).joined(separator: " ")
    }
  }

  private func plainText(_ words: [String?]) -> String {
    words.split(separator: nil).map { $0.compactMap { $0 }.joined(separator: " ") }.joined(separator: "\n")
  }
}
