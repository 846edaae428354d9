import TestSupport
import Testing

@testable import SkillMiner

@Suite struct EvidenceSentenceTests {
  /// Whatever the text and the mention, the marked part is the mention.
  @Test(arguments: UInt64(0)..<300)
  func theMarkedPartIsTheMention(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let pieces = [
      "a", "é", "e\u{301}", ".", "!", " ", "\n", "•", "👩‍🔧", "\r\n", "…", "R.489", "\u{A0}", "mot ",
    ]
    let text = (0..<Int.random(in: 1...400, using: &random)).map { _ in
      pieces.randomElement(using: &random) ?? "a"
    }.joined()
    let scalars = Array(text.unicodeScalars)
    let start = Int.random(in: 0..<scalars.count, using: &random)
    let end = Int.random(in: start + 1...min(scalars.count, start + 12), using: &random)
    let cut = try #require(EvidenceSentence.cut(text, start: start, end: end))
    let shown = Array(cut.sentence.unicodeScalars)
    let expected = scalars[start..<end].map { $0 == "\n" || $0 == "\r" ? " " : $0 }
    #expect(Array(shown[cut.start..<cut.end]) == expected)
    #expect(shown.count <= EvidenceSentence.cap + 4)
  }

  @Test func aLongSentenceIsCutAroundTheMention() throws {
    let text = String(repeating: "avant ", count: 100) + "CACES" + String(repeating: " après", count: 100)
    let cut = try #require(EvidenceSentence.cut(text, start: 600, end: 605))
    #expect(cut.sentence.hasPrefix("…\u{A0}") && cut.sentence.hasSuffix("\u{A0}…"))
    #expect(cut.sentence.unicodeScalars.count <= EvidenceSentence.cap + 4)
    #expect(cut.sentence.unicodeScalars.count > EvidenceSentence.cap - 12)
    // No word is cut.
    let words = Set(cut.sentence.split { $0 == " " || $0 == "\u{A0}" })
    #expect(words == ["…", "avant", "CACES", "après"])
  }

  @Test func aTextWithoutBlanksIsCutAllTheSame() throws {
    let text = String(repeating: "x", count: 600) + "CACES" + String(repeating: "y", count: 600)
    let cut = try #require(EvidenceSentence.cut(text, start: 600, end: 605))
    #expect(cut.sentence.unicodeScalars.count == EvidenceSentence.cap + 4)
  }

  @Test func offsetsOutsideTheTextGiveNothing() {
    #expect(EvidenceSentence.cut("abc", start: 2, end: 4) == nil)
    #expect(EvidenceSentence.cut("abc", start: 2, end: 2) == nil)
    #expect(EvidenceSentence.cut("abc", start: -1, end: 2) == nil)
  }
}
