import Testing

@testable import SkillMiner

@Suite struct PageTextTests {
  @Test func ourWordsAreSpacedAndTheirsAreNot() {
    let quoted = "Tu viens ?"
    let text: PageText = "Il dit : « \(quoted) » ; c’est \(12) % !"
    #expect(text.plain == "Il dit\u{A0}: «\u{A0}Tu viens ?\u{A0}»\u{A0}; c’est 12\u{A0}%\u{A0}!")
  }

  @Test func runsKeepTheirLook() {
    let text: PageText = "\(strong: "3") offres, \(link: "voir", to: .home)"
    #expect(text.runs.map(\.style) == [.strong, .plain, .plain])
    #expect(text.runs.last?.link == .home)
  }

  @Test func numbersAgreeWithTheirWords() {
    let text: PageText = "\(1, "offre", "offres"), \(0, "offre", "offres"), \(1234, "offre", "offres")"
    #expect(text.plain == "1\u{A0}offre, 0\u{A0}offre, 1\u{202F}234\u{A0}offres")
  }

  /// Names of competencies have commas of their own.
  @Test func namesInARowAreToldApart() {
    let list = PageText.list(["Trier, ranger", "Charger"])
    #expect(list.plain == "Trier, ranger\u{A0}; Charger")
  }

  @Test func monthsReadAsSentences() {
    #expect(FrenchMonths.range(24299...24310) == "de décembre 2024 à novembre 2025")
    #expect(FrenchMonths.range(24303...24305) == "d’avril 2025 à juin 2025")
    #expect(FrenchMonths.range(24300...24311) == "en 2025")
    #expect(FrenchMonths.range(24302...24302) == "en mars 2025")
  }
}
