import Foundation
import TestSupport
import Testing

/// `lexicon explain` as its users run it.
@Suite struct ExplainTests {
  private func run(_ arguments: [String], _ lines: [String] = []) throws -> Program.Outcome {
    let folder = try ScratchFolder()
    let input = URL(filePath: folder.path("offres.jsonl"))
    try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: input)
    return try Program.run(["lexicon", "explain"] + arguments, input: input)
  }

  @Test func aTextIsExplained() throws {
    let outcome = try run(["--text", "Vous gérez les stocks. CACES R489 exigé.", "--about", "stocks"])
    #expect(outcome.status == 0, "\(outcome.messages)")
    let text = outcome.lines.joined(separator: "\n")
    #expect(text.contains("gérez les stocks") && text.contains("Pour\u{A0}:") && !text.contains("CACES"))
    let nothing = try run(["--text", "Bonjour."])
    #expect(nothing.status == 0 && nothing.lines.joined().contains("Rien à expliquer"))
  }

  @Test func offersAreExplainedAndBadLinesTold() throws {
    let outcome = try run(
      ["--all"],
      [
        #"{"id":"1","title":"Magasinier","description":"Gérer les stocks","rome_code":"N1103"}"#, "", "{",
        #"{"id":"2","title":"Cuisinier","description":"Dresser les assiettes"}"#,
      ])
    #expect(outcome.status == 1)
    let text = outcome.lines.joined(separator: "\n")
    #expect(text.contains("# 1\u{A0}: Magasinier") && text.contains("# 2\u{A0}: Cuisinier"))
    #expect(text.contains("Écartée"))
    #expect(outcome.messages.contains("ligne 3") && !outcome.messages.contains("ligne 2\u{A0}"))
  }

  @Test(arguments: [
    ["--text", "a", "offres.jsonl"], ["--occupation", "N1103"], ["--text", "a", "--occupation", "magasin"],
    ["absent.jsonl"],
  ])
  func misuseIsSaid(_ arguments: [String]) throws {
    let outcome = try run(arguments)
    #expect(outcome.status != 0 && !outcome.messages.isEmpty)
  }
}
