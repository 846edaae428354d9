import Taxonomy
import TestSupport
import Testing

@testable import SkillMiner

/// Leftmost-longest over a trie against the same over a dictionary of all forms.
@Suite struct FormMatcherTests {
  private static let lexicon = Result {
    try Lexicon(release: try EmbeddedTaxonomy.release(), overlays: try Overlays.embedded())
  }

  /// The forms of that lexicon as they are written, by their numbers.
  private static let written = Result {
    let forms =
      try Overlays.embedded().forms + EmbeddedTaxonomy.release().competencies.flatMap(Lexicon.labelForms)
    let analyzer = try Analyzer(vocabulary: try lexicon.get().vocabulary)
    return forms.filter { form in
      analyzer.tokens(of: form.text).count(where: \.isContent)
        > (form.origin == .label && form.kind == .knowHow ? 1 : 0)
    }
  }

  /// The slow definition: at each token, every stretch behind it is looked up, the longest known one wins.
  ///
  /// Guards are left to the matcher: only forms without any are compared.
  private struct Naive {
    var forms: [[Int32]: [Int32]] = [:]
    var free: Set<Int32> = []
    var longest = 0

    init(_ written: [SurfaceForm], _ analyzer: Analyzer) {
      for (index, form) in written.enumerated() where form.guards.isEmpty {
        let keys = analyzer.tokens(of: form.text).filter(\.isContent).map(\.key)
        guard keys.count > 1 else { continue }
        forms[keys, default: []].append(Int32(index))
        free.insert(Int32(index))
        longest = max(longest, keys.count)
      }
    }

    /// Longest stretch of content tokens from `start` on that is a form.
    func longest(_ tokens: [Token], _ start: Int, _ range: Range<Int>) -> Range<Int>? {
      guard tokens[start].isContent, tokens[start].key >= 0 else { return nil }
      var keys: [Int32] = []
      var best: Range<Int>?
      var skipped = 0
      for index in start..<range.upperBound {
        let token = tokens[index]
        if token.isContent {
          keys.append(token.key)
          skipped = 0
          if keys.count > longest { break }
          if forms[keys] != nil { best = start..<index + 1 }
        } else if token.kind == .punctuation {
          if token.form != 0x2D, token.form != 0x2F { break }
        } else {
          skipped += 1
          if skipped > 3 { break }
        }
      }
      return best
    }
  }

  private func compare(_ texts: [[UInt16]]) throws -> (texts: Int, matches: Int) {
    let lexicon = try Self.lexicon.get()
    let analyzer = try Analyzer(vocabulary: lexicon.vocabulary)
    let written = try Self.written.get()
    #expect(written.count == lexicon.forms.count)
    let naive = Naive(written, analyzer)
    let matcher = FormMatcher(lexicon: lexicon)
    var found: [FormMatcher.Match] = []
    var count = 0
    var wrong = 0
    for units in texts where wrong < 5 {
      let tokens = units.withUnsafeBufferPointer { analyzer.tokens(of: $0) }
      for clause in Clauses.split(tokens) {
        found.removeAll(keepingCapacity: true)
        tokens.withUnsafeBufferPointer {
          matcher.find($0, CollectionOfOne(clause.range), domain: FormMatcher.noDomain, into: &found)
        }
        count += found.count
        // Between guarded matches, the unguarded ones are the naive ones.
        var next = clause.range.lowerBound
        for match in found {
          let isFree = naive.free.contains(match.form)
          for start in next..<match.tokens.lowerBound
          where naive.longest(tokens, start, clause.range) != nil { wrong += 1 }
          let longest = naive.longest(tokens, match.tokens.lowerBound, clause.range)
          if isFree ? longest != match.tokens : (longest?.count ?? 0) > match.tokens.count { wrong += 1 }
          next = match.tokens.upperBound
        }
        for start in next..<max(next, clause.range.upperBound)
        where naive.longest(tokens, start, clause.range) != nil { wrong += 1 }
      }
    }
    #expect(wrong == 0)
    return (texts.count, count)
  }

  @Test func writtenSentences() throws {
    let texts = [
      "Vous assurez la gestion des stocks, l’accueil des clients et la conduite d’engins de chantier.",
      "gestion gestion des stocks stocks", "Relation-client / gestion de projet", "",
    ]
    let result = try compare(texts.map { Array($0.utf16) })
    #expect(result.matches > 0)
  }

  private func found(_ lexicon: Lexicon, _ text: String) throws -> [FormMatcher.Match] {
    let tokens = try Analyzer(vocabulary: lexicon.vocabulary).tokens(of: text)
    return Clauses.split(tokens).flatMap {
      FormMatcher(lexicon: lexicon).matches(tokens, $0.range, domain: nil)
    }
  }

  private func lexicon(forms: [String]) throws -> Lexicon {
    let release = TaxonomyRelease(
      name: "none", digest: "none", occupations: [], appellations: [], competencies: [], links: [])
    var overlays = Overlays.none
    overlays.forms = forms.map { SurfaceForm(text: $0, code: nil, kind: .knowledge, origin: .overlay) }
    return try Lexicon(release: release, overlays: overlays)
  }

  @Test func anEmptyLexiconFindsNothing() throws {
    let empty = try lexicon(forms: [])
    #expect(empty.forms.isEmpty)
    #expect(try found(empty, "Vous assurez la gestion des stocks.").isEmpty && found(empty, "").isEmpty)
  }

  @Test func aFormOfTwoHundredWords() throws {
    let words = (0..<200).map { "mot\($0)x" }
    let lexicon = try lexicon(forms: [words.joined(separator: " "), "mot0x mot1x"])
    #expect(try found(lexicon, "voici " + words.joined(separator: " ") + " fin").map(\.tokens.count) == [200])
    #expect(try found(lexicon, words.dropLast().joined(separator: " ")).map(\.tokens.count) == [2])
  }

  /// One word a million times in one clause: at each the walk is as long as the longest form of it, no longer.
  @Test(.timeLimit(.minutes(5))) func aMillionTimesOneWord() throws {
    let lexicon = try lexicon(forms: ["alpha alpha alpha beta", "alpha beta"])
    #expect(try found(lexicon, String(repeating: "alpha ", count: 1_000_000)).isEmpty)
    #expect(try found(lexicon, String(repeating: "alpha ", count: 1000) + "beta").map(\.tokens.count) == [4])
  }

  @Test(.enabled(if: SharedData.isPresent)) func sharedOffers() throws {
    let result = try compare(try SharedTexts.all.get())
    print("shared texts whose forms equal the naive matcher's: \(result.texts), \(result.matches) forms")
    #expect(result.matches > 10_000)
  }
}
