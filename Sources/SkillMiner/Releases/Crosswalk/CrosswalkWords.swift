import Foundation
import Taxonomy

/// A label as a crosswalk compares it.
struct CrosswalkWords {
  /// Folded, words separated by one space.
  let key: String
  /// Content words without number or gender.
  let stems: Set<String>
  /// Keys that inflected and derived forms share (*gérer*, *gestion*), each once, sorted.
  let keys: [String]
  /// Key of the first content word: what the label is about.
  let head: String?
}

/// Makes comparable labels; remembers the key of each word.
final class CrosswalkWordMaker {
  private let stemmer: Stemmer
  private var known: [String: String] = [:]

  /// - Throws: `TextError` without a French stemmer.
  init() throws { stemmer = try Stemmer() }

  func words(_ label: String) -> CrosswalkWords {
    let plain = LabelWords(label)
    let content = LabelWords.content(label).map { key($0.lowercased()) }
    return CrosswalkWords(
      key: plain.key, stems: plain.stems, keys: Set(content).sorted(), head: content.first)
  }

  private func key(_ word: String) -> String {
    if let key = known[word] { return key }
    let key = Morphology.key(word, folded: Folding.fold(word), stemmer)
    known[word] = key
    return key
  }

  /// The masculine form of a title that gives both: *Agent / Agente d’entretien* and *agent d’entretien/agente
  /// d’entretien* are *agent d’entretien*.
  static func title(_ label: String) -> String {
    guard let slash = label.firstIndex(of: "/") else { return label }
    let left = label[..<slash].trimmingCharacters(in: .whitespaces)
    let right = label[label.index(after: slash)...].trimmingCharacters(in: .whitespaces)
    let tail = right.split(separator: " ").dropFirst(left.split(separator: " ").count)
    return ([Substring(left)] + tail).joined(separator: " ")
  }
}
