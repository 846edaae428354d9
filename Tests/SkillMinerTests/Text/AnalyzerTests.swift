import Foundation
import TestSupport
import Testing

@testable import SkillMiner

/// Tokens against those of the slow definition.
@Suite struct AnalyzerTests {
  private func facts(_ tokens: [Token]) -> [[Int32]] {
    tokens.map {
      [$0.start, $0.end, Int32($0.kind.rawValue), Int32($0.flags.rawValue), $0.form, $0.key]
    }
  }

  private func tokens(_ analyzer: Analyzer, _ units: [UInt16]) -> [[Int32]] {
    facts(units.withUnsafeBufferPointer { analyzer.tokens(of: $0) })
  }

  private func tokens(_ analyzer: ReferenceAnalyzer, _ units: [UInt16]) -> [[Int32]] {
    facts(units.withUnsafeBufferPointer { analyzer.tokens(of: $0) })
  }

  /// Learns from the first texts, then compares all of them, learning and frozen.
  private func compare(_ texts: [[UInt16]], learnt: Int) throws {
    let learner = try Analyzer(synonyms: [Synonym(word: "boulot", means: "travail")])
    let referenceLearner = try ReferenceAnalyzer(synonyms: [Synonym(word: "boulot", means: "travail")])
    var wrong = 0
    for units in texts.prefix(learnt) where wrong < 5 {
      if tokens(learner, units) != tokens(referenceLearner, units) { wrong += 1 }
    }
    #expect(wrong == 0)
    #expect(learner.vocabulary.forms.names == referenceLearner.vocabulary.forms.names)
    #expect(learner.vocabulary.keys.names == referenceLearner.vocabulary.keys.names)
    let analyzer = try Analyzer(vocabulary: learner.vocabulary.frozen())
    let reference = try ReferenceAnalyzer(vocabulary: learner.vocabulary)
    for units in texts where wrong < 5 {
      let (found, wanted) = (tokens(analyzer, units), tokens(reference, units))
      if found != wanted {
        wrong += 1
        let at =
          zip(found, wanted).enumerated().first { $0.1.0 != $0.1.1 }?.0 ?? min(found.count, wanted.count)
        Issue.record("token \(at) of \(String(decoding: units, as: UTF16.self).prefix(300))")
      }
    }
    #expect(wrong == 0)
  }

  private static let french = [
    "L’équipe de l'atelier, aujourd’hui et presqu’île : jusqu'à 3,5 t.",
    "technicien(ne)s, assistant/e, acheteur/euse, salarié·e·s, motivé.e.s, directeur.rice, ADJOINT.E",
    "l’équipe.Vous aimez node.js ? C++, C#, F# et .NET ; .Net et .ASP",
    "évaluationConcevoir des plansSuivre équipeVous",
    "mot\u{202F}: «\u{202F}mot\u{202F}» mot\u{202F}mot \u{202F}\u{202F} 12\u{202F}000",
    "rendez-vous H/F R&D (e)s (es",
    "boulot travail h.f a.b.c.d e.e.e.x préparation.commande gestion.stock", "",
    "\n\n\r\n \n• Bac +2\n\u{FEFF}x\u{AD}y",
    "préparation commande gestion stock évaluation concevoir équipe vous plans suivre NET net ASP",
  ]

  @Test func frenchWriting() throws {
    try compare(Self.french.map { Array($0.utf16) }, learnt: 10)
    try compare(Self.french.reversed().map { Array($0.utf16) }, learnt: 1)
  }

  @Test func randomTexts() throws {
    var random = RandomText(seed: 7)
    try compare((0..<20_000).map { _ in random.next(limit: 40) }, learnt: 5000)
  }

  @Test(.enabled(if: SharedData.isPresent)) func sharedOffers() throws {
    let texts = try SharedTexts.all.get()
    try compare(texts, learnt: 3000)
    print("shared texts whose tokens equal the slow definition: \(texts.count)")
  }

  @Test func theViewIsWhatTheArrayHolds() throws {
    let analyzer = try Analyzer(synonyms: [])
    let units = Array("Vous assurez l’accueil.".utf16)
    let copied = units.withUnsafeBufferPointer { facts(analyzer.tokens(of: $0)) }
    let viewed = units.withUnsafeBufferPointer { facts(Array(analyzer.analyse($0))) }
    #expect(copied == viewed && copied.count == 5)
  }

  @Test(.timeLimit(.minutes(5))) func hostileTextsEndInLinearTime() throws {
    let analyzer = try Analyzer(vocabulary: Analyzer(synonyms: []).vocabulary)
    let hostile: [String] = [
      String(repeating: "mot ", count: 1_000_000), String(repeating: "a", count: 2_000_000),
      String(repeating: "e.", count: 500_000) + "zzzzzz", String(repeating: "abcd.", count: 200_000),
      String(repeating: "aBcDef", count: 200_000), String(repeating: "l’", count: 500_000),
      String(repeating: "\u{202F}", count: 500_000), String(repeating: "a/e", count: 300_000),
      String(repeating: "x\u{AD}’", count: 200_000),
    ]
    for text in hostile {
      let tokens = analyzer.tokens(of: text)
      let length = text.utf16.count
      #expect(tokens.allSatisfy { $0.start <= $0.end && Int($0.end) <= length })
    }
    #expect(analyzer.tokens(of: hostile[0]).count == 1_000_000)
  }

  /// Suffix rules in bytes against the rules on strings, over all chains of two parts and an ending.
  @Test func stemsAreNormalisedAlike() {
    let parts = ["", "a", "nettoy", "emplo", "rec", "ll", "ss", "yy", "issag", "iss", "at", "ition", "emen"]
    let endings = [
      "", "issag", "issement", "iss", "ation", "ition", "ement", "ment", "age", "ag", "aison", "anc", "y",
      "nn",
      "ss", "i",
    ]
    var compared = 0
    for first in parts {
      for second in parts {
        for ending in endings {
          let stem = first + second + ending
          var bytes = Array(stem.utf8) + [0, 0]
          let length = bytes.withUnsafeMutableBufferPointer { buffer in
            buffer.baseAddress.map { LatinSpelling.normalise($0, buffer.count - 2) } ?? 0
          }
          #expect(String(decoding: bytes[..<length], as: UTF8.self) == Morphology.normalised(stem), "\(stem)")
          compared += 1
        }
      }
    }
    #expect(compared == 13 * 13 * 16)
  }

  @Test func moreWordsThanTheMemoHolds() throws {
    let analyzer = try Analyzer(vocabulary: Analyzer(synonyms: []).vocabulary)
    var text = ""
    for number in 0..<TokenMemo.maximumEntries + 5000 { text += "m\(number) " }
    let first = facts(analyzer.tokens(of: text))
    #expect(first.count == TokenMemo.maximumEntries + 5000)
    #expect(facts(analyzer.tokens(of: text)) == first)
  }
}
