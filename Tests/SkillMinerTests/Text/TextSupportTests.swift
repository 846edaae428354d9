import TestSupport
import Testing

@testable import SkillMiner

/// The small tools of the text layer against their plain definitions.
@Suite struct TextSupportTests {
  @Test func foldingByTableEqualsICU() {
    for unit in UInt16(0)..<0x180 { #expect(Folding.fold([unit]) == Folding.foldByICU([unit])) }
    var random = RandomText(seed: 3)
    for _ in 0..<20_000 {
      let units = random.next(limit: 12).filter { $0 < 0x180 }
      #expect(Folding.fold(units) == units.flatMap { Folding.foldByICU([$0]) })
    }
    #expect(Folding.fold("Élève·s de l’Œuvre ½") == "eleve·s de l’oeuvre 1⁄2")
  }

  @Test func unitsOfStrings() {
    var random = RandomText(seed: 4)
    for _ in 0..<20_000 {
      let text = String(decoding: random.next(limit: 40), as: UTF16.self)
      #expect(UTF16Units.array(of: text) == Array(text.utf16))
    }
    #expect(UTF16Units.array(of: "").isEmpty)
  }

  @Test func packedWordsAreFoldedSpellings() {
    func packed(_ text: String) -> UInt64 {
      Array(text.utf16).withUnsafeBufferPointer { units in
        units.baseAddress.map { PackedWord.folded($0, units.count) } ?? 0
      }
    }
    let set = PackedWordSet(["qu", "euse", "ere"])
    #expect(set.contains(packed("QU")) && set.contains(packed("ère")) && set.contains(packed("e\u{301}re")))
    #expect(set.contains(packed("\u{FF51}u")))
    for text in ["", "q", "que", "eus", "euses", "neuflettres", "é", "漢", "\u{AD}"] {
      #expect(!set.contains(packed(text)), "\(text)")
    }
  }
}
