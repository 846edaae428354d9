import Foundation
import TestSupport
import Testing

@testable import corpus_generator

@Suite struct PhraseBankTests {
  @Test(arguments: [
    ("réception de", "les colis", "réception des colis"), ("pose de", "le bardage", "pose du bardage"),
    ("montage de", "les murs et les cloisons", "montage des murs et des cloisons"),
    ("entretien de", "l’étal", "entretien de l’étal"), ("cuisine de", "des assiettes", "cuisine d’assiettes"),
    ("participer à", "les inventaires", "participer aux inventaires"),
    ("aider à", "la toilette", "aider à la toilette"),
    ("cuisson de", "de petits plats", "cuisson de petits plats"),
    ("nettoyer", "le four", "nettoyer le four"),
  ])
  func headsAndComplementsContract(head: String, complement: String, joined: String) {
    #expect(FrenchJoining.join(head, complement) == joined)
  }

  @Test func elisionStopsAtAnAspiratedH() {
    #expect(FrenchJoining.of("affûter") == "d’affûter")
    #expect(FrenchJoining.of("habiller") == "d’habiller")
    #expect(FrenchJoining.of("hacher") == "de hacher")
  }

  @Test func choicesExpandInOrderAndMayBeEmpty() {
    #expect(Choices.expand("CACES [1|3|] à jour") == ["CACES 1 à jour", "CACES 3 à jour", "CACES à jour"])
    #expect(Choices.expand("sans choix") == ["sans choix"])
  }

  @Test func everyPlantedFamilyHasEightWordings() throws {
    let bank = try Corpus.bank()
    let planted = Set(bank.demands.map(\.family))
    for family in bank.families where planted.contains(family.id) {
      #expect(Set(family.wordings).count >= 8, "\(family.id)")
    }
  }

  @Test func aBadLineIsNamed() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "bank-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "families.txt").path
    try Data("= f know-how\nt seulement un infinitif\n".utf8).write(to: URL(filePath: path))
    let frame = try Frame(file: BankFile(path: Corpus.folder + "/phrases/shared.txt"))
    let reader = FamilyReader(file: try BankFile(path: path), frame: frame)
    let error = #expect(throws: BankError.self) { _ = try reader.read() }
    #expect(error?.line == 2)
  }

  @Test func offersVary() throws {
    let records = try Corpus.records(Corpus.write(offers: 6000, seed: 1).bytes)
    var sentences: Set<Substring> = []
    var total = 0
    for record in records {
      let parts: [Substring] = record.description.split { (letter: Character) in
        letter == "\n" || letter == "."
      }.filter { (part: Substring) in part.utf8.count > 12 }
      total += parts.count
      sentences.formUnion(parts)
    }
    // Distinct sentences: at least four an offer, whatever the offers share of frame and headings.
    #expect(sentences.count >= 24_000, "\(sentences.count) distinct of \(total)")
    #expect(Set(records.map(\.description)).count > 5500)
  }
}
