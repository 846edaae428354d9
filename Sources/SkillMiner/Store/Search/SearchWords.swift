import Synchronization

/// Roots of the words of a text, as the reading of offers takes them.
public final class SearchWords: Sendable {
  private let analyzer: Mutex<Analyzer>

  /// - Throws: when ICU or the stemmer cannot be had.
  public init() throws { analyzer = Mutex(try Analyzer(synonyms: [])) }

  /// Roots of content words and numbers, in text order; letters and digits only.
  public func roots(of text: String) -> [String] {
    analyzer.withLock { analyzer in
      analyzer.tokens(of: text).compactMap { token in
        guard token.isContent, token.key >= 0 || token.form >= 0 else { return nil }
        let root =
          token.key >= 0 ? analyzer.vocabulary.keys[token.key] : analyzer.vocabulary.forms[token.form]
        let clean = root.filter { $0.isLetter || $0.isNumber }
        return clean.isEmpty ? nil : clean
      }
    }
  }
}
