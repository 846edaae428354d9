import Taxonomy
import Testing

@testable import SkillMiner

@Suite struct PageTextTests {
  @Test func ourWordsAreSpacedAndTheirsAreNot() {
    let quoted = "Tu viens ?"
    let text: PageText = "Il dit : « \(quoted) » ; c’est \(12) % !"
    #expect(text.plain == "Il dit\u{A0}: «\u{A0}Tu viens ?\u{A0}»\u{A0}; c’est 12\u{A0}%\u{A0}!")
  }

  /// Looking through a text first finds every place where a space is replaced.
  @Test func everySpaceBeforeASignIsFound() {
    for sign in [":", ";", "?", "!", "%", "»"] {
      #expect(FrenchSpacing.apply("é \(sign)") == "é\u{A0}\(sign)")
      #expect(FrenchSpacing.apply("é\(sign) a") == "é\(sign) a")
    }
    #expect(FrenchSpacing.apply("« é") == "«\u{A0}é" && FrenchSpacing.apply("»") == "»")
    #expect(FrenchSpacing.apply("12 « a » : b") == "12 «\u{A0}a\u{A0}»\u{A0}: b")
  }

  /// What is to be done is read once.
  @Test func warningsOfOneAdviceAreTogether() {
    func finding(_ message: String, _ advice: String) -> Finding {
      Finding(severity: .warning, code: "ANALYSE-006", file: "analyse", message: message, advice: advice)
    }
    let same = (1...8).map { finding("rNCP\($0).", "Vérifier.") }
    let said = PageParts.warnings([same[0], finding("autre.", "Importer.")] + same.dropFirst())
    #expect(
      said.map(\.plain) == [
        "RNCP1. RNCP2. RNCP3. RNCP4. RNCP5. RNCP6. Et 2\u{A0}autres. Vérifier.", "Autre. Importer.",
      ])
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
