import Foundation
import TestSupport
import Testing

/// The examples of the pacts and the stability of the ranking over real offers and referentials.
@Suite(.enabled(if: SharedData.isPresent)) struct PortfolioRealDataTests {
  private func run(_ arguments: [String]) throws -> Program.Outcome {
    let real = try RealRun.made.get()
    let outcome = try Program.run(arguments + ["--store", real.store, "--today", RealRun.today])
    #expect(outcome.status == 0, "\(outcome.messages)")
    return outcome
  }

  @Test func everyExampleIsFoundOrExplained() throws {
    let text = try run(["modules", "--pact-examples"]).text
    let missing = text.components(separatedBy: "\u{A0}: non trouvé\n")
    let found = text.components(separatedBy: "\u{A0}: trouvé, rang ")
    #expect(missing.count + found.count - 2 == 10)
    #expect(text.contains("offres distinctes collectées dans ces métiers"))
    #expect(missing.dropFirst().allSatisfy { $0.hasPrefix("  – ") && !$0.hasPrefix("  – \n") })
    // What is found shows a sentence of an offer.
    #expect(found.dropFirst().allSatisfy { $0.contains("(offre ") })
  }

  @Test func stabilityOfTheFirstTenIsMeasured() throws {
    let text = try run(["modules", "--format", "csv", "--bootstrap", "50"]).text
    let rows = text.split(separator: "\r\n").dropFirst()
    // The unoptimised program is given one offer in twenty.
    #expect(rows.count > (Program.isRelease ? 10 : 3))
    #expect(try run(["modules", "--format", "csv", "--bootstrap", "50"]).text == text)
  }
}
