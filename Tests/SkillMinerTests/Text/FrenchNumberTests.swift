import SkillMiner
import Testing

@Suite struct FrenchNumberTests {
  @Test func integers() {
    #expect(FrenchNumber.integer(0) == "0")
    #expect(FrenchNumber.integer(999) == "999")
    #expect(FrenchNumber.integer(1_234_567) == "1\u{202F}234\u{202F}567")
    #expect(FrenchNumber.integer(-1234) == "\u{2212}1\u{202F}234")
  }

  @Test func decimals() {
    #expect(FrenchNumber.decimal(1234.5) == "1\u{202F}234,5")
    #expect(FrenchNumber.decimal(0.05, digits: 2) == "0,05")
    #expect(FrenchNumber.decimal(-0.01) == "0,0")
    #expect(FrenchNumber.decimal(.infinity) == "–")
  }

  @Test func shares() {
    #expect(FrenchNumber.percent(0.12) == "12\u{A0}%")
    #expect(FrenchNumber.percent(0.0831) == "8,3\u{A0}%")
    #expect(FrenchNumber.percent(0.0996) == "10\u{A0}%")
    #expect(FrenchNumber.percent(0) == "0\u{A0}%")
    #expect(FrenchNumber.percent(1) == "100\u{A0}%")
    #expect(FrenchNumber.percentRange(0.024, 0.39) == "2,4–39\u{A0}%")
  }
}
