import Foundation
import TestSupport
import Testing

/// `evaluate` and `lexicon` through the program.
@Suite struct EvaluateTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  /// The score sheet of the annotated offers and the command print the same text, intervals included.
  @Test(.enabled(if: SharedData.isPresent), arguments: [[], ["--without-occupation"]])
  func agreesWithTheScoreSheet(options: [String]) throws {
    let gold = SharedData.file("eval/gold-dev.jsonl").path
    let answers = folder.path("answers.jsonl")
    let outcome = try Program.run(
      ["evaluate", gold, "--format", "score", "--write-predictions", answers] + options)
    #expect(outcome.status == 0, "\(outcome.messages)")
    let sheet = URL(filePath: folder.path("score.txt"))
    let status = try Program.system(
      ["python3", SharedData.file("eval/score.py").path, gold, answers], output: sheet)
    // 127: no interpreter here; nothing to compare with.
    guard status != 127 else { return }
    #expect(status == 0)
    #expect(outcome.output == (try Data(contentsOf: sheet)))
    // What was written is scored as what was read.
    let again = try Program.run(["evaluate", gold, "--format", "score", "--predictions", answers])
    #expect(again.status == 0 && again.output == outcome.output, "\(again.messages)")
  }

  private func gold() throws -> String {
    let lines = [
      #"{"id":"a","title":"Cariste","description":"CACES R489 3 exigé.","rome_code":"N1101","mentions":[{"field":"description","start":0,"end":12,"quote":"CACES R489 3","kind":"cert","status":"requis","codes":["200072"]}]}"#,
      #"{"id":"b","title":"Livreur","description":"Permis B.","rome_code":"N4105","mentions":[{"field":"description","start":2,"end":8,"quote":"Permis","kind":"cert","status":"requis","codes":[]}]}"#,
    ]
    return try folder.write(lines.joined(separator: "\n"), to: "gold.jsonl")
  }

  @Test func aBadLineIsToldAndTheRestIsMeasured() throws {
    let page = folder.path("ecarts.html")
    let outcome = try Program.run(["evaluate", try gold(), "--errors", page])
    #expect(outcome.status == 1)
    #expect(outcome.messages.contains("gold.jsonl, ligne 2\u{A0}: mention 1\u{A0}: la citation"))
    #expect(outcome.messages.contains("[EVAL-004]"))
    #expect(outcome.text.hasPrefix("1 offre annotée, dont 0"))
    #expect(outcome.text.contains("repérage, rappel"))
    #expect(
      try String(contentsOfFile: page, encoding: .utf8).contains("Écarts entre l’annotation et la lecture"))
    let json = try Program.run(["evaluate", try gold(), "--format", "json"])
    let object = try JSONSerialization.jsonObject(with: json.output) as? [String: Any]
    #expect(object?["offers"] as? Int == 1 && (object?["figures"] as? [Any])?.count == 10)
    #expect(try Program.run(["evaluate", folder.path("absent.jsonl")]).status == 1)
  }

  /// learn, review, apply, on invented offers: the form is used, says so, and can be taken back.
  @Test func aFormIsLearnedReviewedAndApplied() throws {
    let store = folder.path("store.sqlite")
    let offers = (0..<10).map { number in
      let text = "Vos missions : dresser les piles au carré, servir le client. \(Self.filler(number))"
      return
        #"{"id":"o\#(number)","intitule":"Employé de rayon","description":"\#(text)","dateCreation":"2026-03-01","entreprise":{"nom":"Maison \#(number)"},"competences":[{"code":"300645","libelle":"Gérer les stocks","exigence":"E"}]}"#
    }
    let others = (0..<30).map { number in
      #"{"id":"p\#(number)","intitule":"Agent","description":"Vos missions : laver les vitres du hall \#(number).","dateCreation":"2026-03-01","entreprise":{"nom":"Autre \#(number)"},"competences":[{"code":"107957","libelle":"Laver des vitres","exigence":"S"}]}"#
    }
    let file = try folder.write((offers + others).joined(separator: "\n"), to: "offres.jsonl")
    func run(_ arguments: [String]) throws -> Program.Outcome {
      let outcome = try Program.run(arguments)
      #expect(outcome.status == 0, "\(arguments): \(outcome.messages)")
      return outcome
    }
    _ = try run(["import", "offers", file, "--store", store, "--today", "2026-06-30"])
    let proposals = folder.path("propositions.csv")
    let learn = ["lexicon", "learn", "--store", store, "--min-offers", "2", "--min-employers", "1"]
    _ = try run(learn + ["--out", proposals])
    #expect(try String(contentsOfFile: proposals, encoding: .utf8).contains("piles"))
    #expect(
      try Data(contentsOf: URL(filePath: proposals)) == run(learn).output, "the same proposals every time")
    let decisions = folder.path("decisions.csv")
    let listed = try run(["lexicon", "review", proposals, "--decisions", decisions])
    #expect(listed.text.hasPrefix("1. «"))
    _ = try run(
      ["lexicon", "review", proposals, "--decisions", decisions, "--reject", "1", "--who", "A. Martin"])
    #expect(try !run(["lexicon", "review", proposals, "--decisions", decisions]).text.hasPrefix("1. «"))
    #expect(
      try Program.run(["lexicon", "review", proposals, "--accept", "1"]).status == 2, "who decides is asked")
    let far = try Program.run(
      ["lexicon", "review", proposals, "--decisions", decisions, "--accept", "999", "--who", "A"])
    #expect(far.status == 1 && far.messages.contains("999"))
    let written = try folder.write(
      "phrase,code,decision,who,when,why\ndresser les piles au carré,300645,accepted,A. Martin,2026-06-30,essai\n",
      to: "decisions.csv")
    let probe = try folder.write(
      #"{"id":"x","title":"","description":"Vos missions : dresser les piles au carré."}"#, to: "x.jsonl")
    let extract = ["extract", "--store", store, probe]
    #expect(try !run(extract).text.contains("form:learned"))
    let apply = try run(
      ["lexicon", "apply", "--store", store, "--decisions", written, "--today", "2026-06-30"])
    #expect(apply.messages.contains("Lexique appliqué"))
    #expect(try run(extract).text.contains("form:learned"))
    _ = try run(["lexicon", "apply", "--store", store, "--reset", "--today", "2026-06-30"])
    #expect(try !run(extract).text.contains("form:learned"))
  }

  /// Words of its own for each offer, so that none is taken for a near-duplicate of another.
  private static func filler(_ number: Int) -> String {
    (0..<40).map { "lot\(number)x\($0)" }.joined(separator: " ") + "."
  }

  @Test func aStoreWithoutDeclaredCompetencesCannotTeach() throws {
    let store = folder.path("store.sqlite")
    let file = try folder.write(
      #"{"id":"a","title":"Cariste","description":"Conduire un chariot.","created":"2026-01-01"}"#,
      to: "o.jsonl")
    _ = try Program.run(["import", "offers", file, "--store", store, "--today", "2026-06-30"])
    let outcome = try Program.run(["lexicon", "learn", "--store", store])
    #expect(outcome.status == 1 && outcome.messages.contains("[LEXIQUE-010]"))
  }
}
