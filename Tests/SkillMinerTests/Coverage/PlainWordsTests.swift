import Testing

@testable import SkillMiner

@Suite struct PlainWordsTests {
  @Test func foldsCaseAccentsAndPlurals() {
    #expect(
      PlainWords("L’Équipe des Œuvres, à Évreux").words == ["l", "equipe", "des", "oeuvre", "a", "evreu"])
    #expect(PlainWords("Chariots élévateurs").words == PlainWords("chariot ÉLÉVATEUR").words)
  }

  @Test(arguments: ["R489", "R 489", "r.489", "R-489"])
  func referencesAreOneWord(text: String) {
    #expect(PlainWords("CACES \(text)-1A").words == ["cace", "r489", "1a"])
  }

  @Test func keepsProgrammingLanguages() {
    #expect(PlainWords("C++, C# et C").words == ["c++", "c#", "et", "c"])
  }

  @Test func standsWordForWord() {
    let text = PlainWords("Assurer la gestion des stocks de l’entrepôt")
    #expect(text.contains(PlainWords("Gestion des stocks")))
    #expect(!text.contains(PlainWords("Gestion de stock tampon")))
    #expect(!text.contains(PlainWords("estion des stocks")))
    #expect(!text.contains(PlainWords("")))
  }

  @Test func standsTogether() {
    let text = PlainWords("Préparer et emballer avec soin les commandes des clients")
    #expect(text.containsAll(PlainWords("préparer les commandes").content, within: 12))
    #expect(!text.containsAll(PlainWords("préparer les clients").content, within: 4))
    #expect(!text.containsAll([], within: 12))
  }
}
