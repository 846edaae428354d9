import Foundation
import TestSupport
import Testing

@testable import SkillMiner

/// The table's boundaries against ICU's own, on everything we can think of.
@Suite struct WordBreakerTests {
  private let fast: WordBreaker
  private let slow: WordBreaker

  init() throws {
    fast = try WordBreaker()
    slow = try WordBreaker(table: nil)
  }

  /// End of each segment, odd when it is a word.
  private func ends(_ breaker: WordBreaker, _ units: [UInt16]) -> [Int] {
    var ends: [Int] = []
    units.withUnsafeBufferPointer {
      breaker.forEachSegment($0) { _, end, isWord in ends.append(end << 1 | (isWord ? 1 : 0)) }
    }
    return ends
  }

  /// Compares one string; says which when it differs.
  private func differs(_ units: [UInt16]) -> Bool {
    let (found, wanted) = (ends(fast, units), ends(slow, units))
    if found == wanted { return false }
    Issue.record("\(units.map { String($0, radix: 16) }): \(found) is not \(wanted)")
    return true
  }

  @Test func icuFitsTheTable() throws {
    let table = try #require(BreakTable.shared)
    #expect(table.count >= 8 && table.count <= 16)
    #expect(table.classes[0x61] == table.letter && table.classes[0xE9] == table.letter)
    for unit in [0xAD, 0x200D, 0x200C, 0x301, 0xD800, 0x4E2D] {
      #expect(table.classes[unit] == BreakTable.foreign)
    }
  }

  /// ICU's French traps; a vertical bar at each boundary.
  @Test(arguments: [
    ("l'eau|,| |l’eau", 0), ("d'|1", 1), ("rendez|-|vous", 0), ("node.js|,| |h.f", 0), ("C|+|+", 0),
    ("salarié·e·s", 0), ("équipe.Vous", 0), ("3,5| |1.000,5|-|x", 0), ("mot\u{202F}|:", 0), ("a\u{A0}|b", 2),
    ("a_b_|-", 0), ("\r\n|\n|\r|a", 0), ("x|  |y", 0), ("a|.|.|b", 0), ("a|:|b", 0),
  ])
  func knownTexts(marked: String, _: Int) {
    let text = marked.replacing("|", with: "")
    let units = Array(text.utf16)
    #expect(!differs(units))
    guard !marked.contains("\u{A0}"), !marked.contains("d'|1") else { return }
    var wanted: [Int] = []
    var offset = 0
    for part in marked.split(separator: "|") {
      offset += part.utf16.count
      wanted.append(offset)
    }
    #expect(ends(fast, units).map { $0 >> 1 } == wanted)
  }

  @Test func shortStringsOverEveryClass() throws {
    let table = try #require(BreakTable.shared)
    // One unit of each class, and some that are left to ICU.
    var alphabet: [UInt16] = [0x301, 0xAD, 0x200D, 0x5D0, 0x4E2D]
    for wanted in 0..<table.count {
      alphabet.append(try #require((0...UInt16.max).first { table.classes[Int($0)] == UInt8(wanted) }))
    }
    var compared = 0
    var wrong = 0
    for length in 0...4 {
      var digits = [Int](repeating: 0, count: length)
      while true {
        compared += 1
        if differs(digits.map { alphabet[$0] }) { wrong += 1 }
        guard let place = digits.lastIndex(where: { $0 + 1 < alphabet.count }) else { break }
        digits[place] += 1
        for later in digits.indices where later > place { digits[later] = 0 }
      }
      if wrong > 0 { break }
    }
    print("short strings compared with ICU: \(compared)")
    #expect(wrong == 0)
  }

  /// Every string of up to four of the properties that Unicode's word rules know, one character for each, with ICU to say
  /// where they part: what WordBreakTest lists, and more of it.
  @Test func wordBreakProperties() {
    // CR, LF, Newline, Extend, ZWJ, Format, Regional_Indicator, Katakana, Hebrew_Letter, ALetter (Latin, Greek),
    // Single_Quote, Double_Quote, MidNumLet, MidLetter, MidNum, Numeric, ExtendNumLet, WSegSpace, pictographs (one of
    // them a letter), ideographs, Thai and Other.
    let characters: [UInt32] = [
      0x0D, 0x0A, 0x0B, 0x308, 0x200D, 0xAD, 0x1F1E6, 0x3031, 0x5D0, 0x41, 0x3B1, 0x27, 0x22, 0x2E, 0x3A,
      0x2C,
      0x30, 0x5F, 0x20, 0x231A, 0x2139, 0x4E00, 0xE01, 0x01,
    ]
    let alphabet = characters.map { value in Unicode.Scalar(value).map { Array(String($0).utf16) } ?? [] }
    var compared = 0
    var wrong = 0
    func extend(_ units: [UInt16], _ left: Int) {
      compared += 1
      if wrong < 5, differs(units) { wrong += 1 }
      guard left > 0 else { return }
      for next in alphabet { extend(units + next, left - 1) }
    }
    extend([], 4)
    print("strings of Unicode's word properties compared with ICU: \(compared)")
    #expect(wrong == 0 && compared == 1 + 24 + 576 + 13_824 + 331_776)
  }

  /// Words of all lengths with one space between them, and now and then a mark or a foreign sign.
  @Test func plainWords() {
    var generator = SeededGenerator(seed: 19)
    let letters = Array("abcxyzABCXYZàéèçÿÀÉÞß×÷œŒ".utf16)
    let marks: [[UInt16]] = [
      [0x2E], [0x27], [0x2019], [0x301], [0x20], [0x0A], [0xD83D, 0xDE00], [0x33], [0xA0],
    ]
    var wrong = 0
    for _ in 0..<50_000 where wrong < 5 {
      var units: [UInt16] = []
      for _ in 0..<Int.random(in: 1...12, using: &generator) {
        for _ in 0..<Int.random(in: 1...20, using: &generator) {
          units.append(letters.randomElement(using: &generator) ?? 0x61)
        }
        if Int.random(in: 0..<6, using: &generator) == 0 {
          units += marks.randomElement(using: &generator) ?? []
        }
        units.append(0x20)
      }
      if differs(units) { wrong += 1 }
    }
    #expect(wrong == 0)
  }

  /// `SKILLMINER_RANDOM_STRINGS` asks for more of them.
  @Test func randomStrings() {
    let wanted =
      ProcessInfo.processInfo.environment["SKILLMINER_RANDOM_STRINGS"].flatMap { Int($0) } ?? 200_000
    var texts = RandomText(seed: 72)
    var wrong = 0
    for _ in 0..<wanted where wrong < 5 { if differs(texts.next(limit: 24)) { wrong += 1 } }
    print("random strings compared with ICU: \(wanted)")
    #expect(wrong == 0)
  }

  @Test(.enabled(if: SharedData.isPresent)) func sharedOffers() throws {
    let texts = try SharedTexts.all.get()
    var wrong = 0
    for units in texts where wrong < 5 { if differs(units) { wrong += 1 } }
    print("shared texts compared with ICU: \(texts.count)")
    #expect(wrong == 0)
  }

  @Test func textsLongerThanABlock() {
    let line = Array("Vous assurez l’accueil, le suivi et 3,5 visites.\n".utf16)
    var units: [UInt16] = []
    for index in 0..<2000 { units += index % 97 == 0 ? Array("👩‍🔧 é\u{301} ".utf16) + line : line }
    #expect(!differs(units))
    // No place to stop at: one block holds it all.
    #expect(!differs(Array(String(repeating: "a,", count: 20_000).utf16) + [0x4E2D, 0x61]))
  }

  @Test func emptyTextHasNoSegment() { #expect(ends(fast, []).isEmpty) }
}
