import Foundation
import TestSupport
import Testing

/// `tokens` as its users run it.
@Suite struct TokensTests {
  private func run(_ lines: [String], _ arguments: [String] = []) throws -> Program.Outcome {
    let folder = try ScratchFolder()
    let input = URL(filePath: folder.path("texts.jsonl"))
    try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: input)
    return try Program.run(["tokens"] + arguments, input: input)
  }

  @Test func rawBoundariesAreICUs() throws {
    let outcome = try run(
      [#"{"text":"l’eau, C++"}"#, #"{"text":""}"#, #"{"text":"👩‍🔧 é"}"#, #"{"text":"équipe.Vous"}"#], ["--raw"])
    #expect(outcome.status == 0, "\(outcome.messages)")
    #expect(
      outcome.lines == [
        #"{"boundaries":[0,5,6,7,8,9,10]}"#, #"{"boundaries":[0]}"#, #"{"boundaries":[0,3,4,5]}"#,
        #"{"boundaries":[0,11]}"#,
      ])
  }

  @Test func stagesOfOurOwnPartAndJoin() throws {
    let outcome = try run(
      [#"{"text":"l’eau, C++"}"#, #"{"text":"équipe.Vous"}"#, #"{"text":""}"#], ["--json"])
    #expect(outcome.status == 0, "\(outcome.messages)")
    #expect(
      outcome.lines == [
        #"{"boundaries":[0,2,5,6,7,10]}"#, #"{"boundaries":[0,6,7,11]}"#, #"{"boundaries":[0]}"#,
      ])
  }

  @Test func badLinesAreToldAndTheOthersAnswered() throws {
    let outcome = try run([#"{"text":"a"}"#, "{", #"{"txt":"a"}"#, "", #"{"text":"b c"}"#], ["--raw"])
    #expect(outcome.status == 1)
    #expect(outcome.lines == [#"{"boundaries":[0,1]}"#, #"{"boundaries":[0,1,2,3]}"#])
    #expect(outcome.messages.contains("ligne 2") && outcome.messages.contains("ligne 3"))
    #expect(outcome.messages.contains("TOKENS-001"))
  }
}
