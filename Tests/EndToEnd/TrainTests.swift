import Foundation
import TestSupport
import Testing

/// `lexicon train` through the program: with the library or without it.
@Suite struct TrainTests {
  private let folder: ScratchFolder
  private let store: String

  init() throws {
    folder = try ScratchFolder()
    store = folder.path("store.sqlite")
  }

  private func train(_ options: String...) throws -> Program.Outcome {
    try Program.run(["lexicon", "train", "--store", store, "--today", "2026-06-30"] + options)
  }

  /// Invented offers of one trade each, no two alike.
  private func importOffers(_ count: Int) throws {
    var random = SeededGenerator(seed: 7)
    let trades = [
      [
        "pétrir la pâte", "façonner les pains", "enfourner les brioches", "surveiller la cuisson",
        "tenir le four",
      ],
      ["monter les murs", "poser les parpaings", "couler le béton", "lire les plans", "tracer les coupes"],
      [
        "ranger les rayons", "tenir la caisse", "conseiller les clients", "réceptionner les colis",
        "étiqueter",
      ],
    ]
    let words = (0..<400).map { number in
      String((0..<6).map { _ in "bcdflmnprst".randomElement(using: &random) ?? "b" }) + "e\(number % 7)"
    }
    let lines = (0..<count).map { number in
      let trade = trades[number % trades.count].shuffled(using: &random)
      let others = (0..<12).map { _ in words.randomElement(using: &random) ?? "" }.joined(separator: " ")
      return
        #"{"id":"o\#(number)","title":"Poste \#(number)","description":"Vous devez \#(trade.joined(separator: ", ")). \#(others)","created":"2026-03-01"}"#
    }
    let file = try folder.write(lines.joined(separator: "\n"), to: "offres.jsonl")
    let outcome = try Program.run(["import", "offers", file, "--store", store, "--today", "2026-06-30"])
    #expect(outcome.status == 0, "\(outcome.messages)")
  }

  /// What is kept and read with, as the program says it.
  private func digest(_ outcome: Program.Outcome) -> Substring? {
    outcome.messages.firstMatch(of: /empreinte du lexique ([0-9a-f]{16})/)?.1
  }

  @Test func vectorsAreTrainedKeptAndTakenAway() throws {
    try importOffers(3100)
    let first = try train()
    if first.messages.contains("[LEXIQUE-012]") {
      FileHandle.standardError.write(Data("skipped: built without libfasttext\n".utf8))
      #expect(first.status == 1 && first.messages.contains("apt install libfasttext-dev"))
      return
    }
    #expect(first.status == 0, "\(first.messages)")
    #expect(first.messages.contains("Vecteurs appris le 30 juin 2026 sur"), "\(first.messages)")
    let trained = try #require(digest(first))
    // The same store gives the same vectors, and with them the same lexicon.
    #expect(try digest(train()) == trained)
    #expect(try digest(train("--seed", "5")) != trained)
    let status = try train("--status")
    #expect(status.status == 0 && status.messages.contains("graine 5"), "\(status.messages)")
    // They travel with what a cluster reads with.
    let frozen = folder.path("lexique.sqlite")
    #expect(try Program.run(["lexicon", "freeze", "--from", store, frozen]).status == 0)
    #expect(
      try Program.run(["lexicon", "train", "--status", "--store", frozen]).messages.contains("graine 5"))
    let removed = try train("--remove")
    #expect(removed.status == 0 && digest(removed) != trained, "\(removed.messages)")
    #expect(try train("--status").messages.contains("n’a pas de vecteurs appris"))
    #expect(try train("--remove").messages.contains("rien n’a changé"))
  }

  @Test func tooFewOffersAndMisuseAreTold() throws {
    try importOffers(3)
    let outcome = try train()
    #expect(outcome.status == 1)
    #expect(
      outcome.messages.contains("[LEXIQUE-013]") || outcome.messages.contains("[LEXIQUE-012]"),
      "\(outcome.messages)")
    #expect(try train("--remove", "--status").status == 2)
    #expect(try train("--max-offers", "10").status == 2)
    #expect(try train("--seed", "-1").status == 2)
    let absent = try Program.run(["lexicon", "train", "--status", "--store", folder.path("absent.sqlite")])
    #expect(absent.status == 1 && absent.messages.contains("[STORE-001]"))
  }
}
