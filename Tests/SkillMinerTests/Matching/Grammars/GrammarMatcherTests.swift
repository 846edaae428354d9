import Taxonomy
import TestSupport
import Testing

@testable import SkillMiner

@Suite struct GrammarMatcherTests {
  @Test func aCodeTheReleaseLacksKeepsItsFamily() throws {
    let bare = try GrammarFixture(items: [])
    let found = try bare.matches("CACES R489 3 et permis B, BTS MCO, anglais courant").map(\.match)
    #expect(found.count == 4)
    #expect(found.allSatisfy { $0.code == nil })
    #expect(found.map(\.family) == ["caces-r489", "permis-b", "diplome-bac2", nil])
    #expect(found.map(\.kind) == [.credential, .credential, .diploma, .language])
  }

  @Test func oneTokenHoldsSeveralCategories() throws {
    let found = try GrammarFixture.shared.get().matches("CACES 1,3,5")
    #expect(found.map(\.quote) == ["CACES 1", "3", "5"])
    #expect(Set(found.map(\.match.tokens.upperBound)).count == 1)
  }

  @Test func aRangeLimitsTheTriggers() throws {
    let fixture = try GrammarFixture.shared.get()
    let analyzer = try Analyzer(vocabulary: fixture.vocabulary)
    let units = Array("Permis B exigé. CACES R.482 cat A apprécié. Anglais courant.".utf16)
    try units.withUnsafeBufferPointer { buffer in
      let tokens = analyzer.tokens(of: buffer)
      let all = fixture.matcher.matches(tokens, 0..<tokens.count, buffer)
      #expect(all.map(\.kind) == [.credential, .credential, .language])
      // The first clause alone; the second, whose reading crosses the stop of R.482.
      let second = try #require(tokens.firstIndex { $0.start == all[1].units.lowerBound })
      #expect(fixture.matcher.matches(tokens, 0..<second, buffer) == [all[0]])
      #expect(fixture.matcher.matches(tokens, second..<second + 1, buffer) == [all[1]])
    }
  }

  @Test func wordsAreKnownToTheVocabulary() throws {
    let fixture = try GrammarFixture.shared.get()
    let analyzer = try Analyzer(vocabulary: fixture.vocabulary)
    for word in GrammarMatcher.words {
      #expect(analyzer.tokens(of: word).first.map { $0.form >= 0 } == true, "\(word)")
    }
  }

  @Test func matchesAreOrderedAndInside() throws {
    let fixture = try GrammarFixture.shared.get()
    for test in try TextCase.subjects().flatMap({ try TextCase.all(in: $0) }) {
      let length = test.text.utf16.count
      var last = 0
      for (_, match) in try fixture.matches(test.text) {
        #expect(match.units.lowerBound >= last, "\(test.name)")
        #expect(!match.units.isEmpty && match.units.upperBound <= length, "\(test.name)")
        last = match.units.upperBound
      }
    }
  }

  /// Every trigger, alone and against every sign and every other trigger, at both ends of a text.
  @Test func nothingCrashes() throws {
    let fixture = try GrammarFixture.shared.get()
    let analyzer = try Analyzer(vocabulary: fixture.vocabulary)
    var read = 0
    let tails = [
      "", " ", "(", "+", " :", "\n", " d'", " de", "/", " 1", " 1,", ",3", "-", "\u{0}", " (E)", "®",
      " niveau", " en", " \u{1F600}", " à",
    ]
    for word in GrammarMatcher.words {
      for tail in tails {
        for text in [word + tail, tail + word, word + tail + word, word.uppercased() + tail] {
          read += fixture.matches(text, analyzer).count
        }
      }
    }
    #expect(read > 0)
  }
}
