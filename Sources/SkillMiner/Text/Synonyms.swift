/// A word that another one may stand for, in lower case with accents.
public struct Synonym: Hashable, Sendable {
  /// One of the two.
  public let word: String
  /// The other.
  public let means: String

  /// Makes the value from its parts.
  public init(word: String, means: String) {
    self.word = word
    self.means = means
  }
}

/// Keys that stand for others: what rules give to forms of irregular words (`Morphology.joined`), and written synonyms.
///
/// Synonyms join whole keys, so *superviser* and *contrôler* meet in every form, *supervision* and *contrôles* too; of
/// words joined one after the other all get one key, the first in the alphabet.
struct Synonyms: Sendable {
  /// Key → the key it is replaced by.
  let keys: [String: String]

  /// What holds without a written table.
  static let none = Synonyms(keys: Morphology.joined)

  private init(keys: [String: String]) { self.keys = keys }

  /// - Parameter pairs: in any order; the result does not depend on it.
  init(_ pairs: [Synonym], _ stemmer: Stemmer) {
    var parent: [String: String] = [:]
    func root(_ key: String) -> String {
      var key = key
      while let up = parent[key], up != key { key = up }
      return key
    }
    func key(_ word: String) -> String {
      let plain = Morphology.key(word, folded: Folding.fold(word), stemmer)
      return Morphology.joined[plain] ?? plain
    }
    for pair in pairs {
      let (a, b) = (root(key(pair.word)), root(key(pair.means)))
      if a != b { parent[max(a, b)] = min(a, b) }
    }
    var keys = Morphology.joined.mapValues(root)
    for key in parent.keys { keys[key] = root(key) }
    self.keys = keys
  }

  /// The key that stands for one.
  func of(_ key: String) -> String { keys[key] ?? key }
}
