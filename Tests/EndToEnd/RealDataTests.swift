import Foundation
import TestSupport
import Testing

/// The whole chain on real open data and real offers, through the built program.
@Suite(.enabled(if: SharedData.isPresent), .serialized)
struct RealDataTests {
  private let run: RealRun

  init() throws { run = try RealRun.made.get() }

  @Test func everythingReadIsAccountedFor() throws {
    let doctor = try Doctor(store: run.store)
    #expect(doctor.ok)
    #expect(doctor.counts["occupation"] == 1584)
    #expect(doctor.counts["competency"] == 33671)
    #expect(doctor.counts["certification"] == 195)
    #expect(doctor.imports.allSatisfy { $0.addsUp && $0.state == "finished" })
    let offers = doctor.imports.filter { $0.kind == "offers" }
    #expect(
      doctor.counts["offer"] == offers.reduce(0) { $0 + $1.ingested - $1.newVersions })
    guard Program.isRelease else { return }
    #expect(offers.map(\.read) == [87, 1897, 10982])
  }

  @Test func theSameRunGivesTheSameBytes() throws {
    let first = try Reports(store: run.store, today: RealRun.today)
    let again = try Reports(store: run.store, today: RealRun.today)
    #expect(first == again)
    #expect(first.csv.count > 1000 && first.html.count > 1000)
    let modules = try Candidates(json: first.json)
    #expect(modules.candidates.count >= 10)
    #expect(modules.certifications.count >= 10)
  }

  @Test func importingAgainChangesNothing() throws {
    let before = try Doctor(store: run.store)
    let file = try run.offers()[0]
    let outcome = try Program.run(["import", "offers", file, "--store", run.store, "--today", RealRun.today])
    #expect(outcome.status == 0, "\(outcome.messages)")
    let after = try Doctor(store: run.store)
    for table in ["offer", "offer_place", "mention", "certification"] {
      #expect(before.counts[table] == after.counts[table], "\(table)")
    }
  }

  /// The first example of the skills pact: the title teaches a truck, employers ask for the certificate.
  @Test(.enabled(if: Program.isRelease)) func warehouseTitlesLackTheCertificate() throws {
    let modules = try modules()
    let found = modules.candidates.filter { candidate in
      ["RNCP34860", "RNCP34857"].contains(candidate.certification.code)
        && candidate.families.contains { $0.family == "caces-r489" }
    }
    let candidate = try #require(found.first)
    let family = try #require(candidate.families.first { $0.family == "caces-r489" })
    #expect(["partial", "missing"].contains(family.verdict))
    #expect(candidate.flags.contains("small-support"))
    #expect(candidate.flags.contains("expired"))
    #expect(candidate.certification.expired)
    #expect(!candidate.evidence.isEmpty)
    #expect(candidate.evidence.contains { $0.mention.lowercased().contains("caces") })
  }

  @Test func noCandidateNamesWhatTheBlocksSay() throws {
    let texts = try blockTexts()
    for candidate in try modules().candidates {
      let text = try #require(texts[candidate.certification.code])
      for family in candidate.families {
        let pair = "\(candidate.certification.code) \(family.label)"
        if Self.citations.contains(pair) { continue }
        #expect(!text.contains(" \(Self.plain(family.label)) "), "\(pair)")
      }
    }
  }

  @Test func extractionIsScored() throws {
    let gold = SharedData.file("eval/gold-dev.jsonl")
    let outcome = try Program.run(["extract", "--taxonomy", run.store], input: gold)
    #expect(outcome.status == 0, "\(outcome.messages)")
    let count = try String(contentsOf: gold, encoding: .utf8).split(separator: "\n").count
    #expect(outcome.lines.count == count)
    let answers = URL(filePath: run.folder.path("answers.jsonl"))
    let figures = URL(filePath: run.folder.path("score.txt"))
    try outcome.output.write(to: answers)
    let script = SharedData.file("eval/score.py").path
    let status = try Program.system(["python3", script, gold.path, answers.path], output: figures)
    // 127: no interpreter here; the extraction itself has been checked.
    guard status != 127 else { return }
    #expect(status == 0)
    let text = try String(contentsOf: figures, encoding: .utf8)
    print(text)
    #expect(text.contains("end-to-end F1"))
  }

  // MARK: Helpers

  /// Words that stand in the blocks as the name of another diploma, which the block reader leaves out.
  private static let citations: Set<String> = ["RNCP34826 Economie sociale"]

  private func modules() throws -> Candidates {
    try Candidates(
      json: Program.run(["modules", "--store", run.store, "--today", RealRun.today, "--format", "json"])
        .output)
  }

  /// Block texts as the source gives them, by certification, in plain words between blanks.
  private func blockTexts() throws -> [String: String] {
    let plain = URL(filePath: run.folder.path("certifications.jsonl"))
    let source = SharedData.file("data/rncp/certifications_fulltext_reva.jsonl.gz").path
    _ = try Program.system(["gzip", "-dc", source], output: plain)
    var texts: [String: String] = [:]
    for line in try String(contentsOf: plain, encoding: .utf8).split(separator: "\n") {
      let certification = try JSONDecoder().decode(Source.self, from: Data(line.utf8))
      texts[certification.code] =
        " " + Self.plain(certification.blocs.flatMap(\.competences).joined(separator: " . ")) + " "
    }
    return texts
  }

  private struct Source: Decodable {
    let code: String
    let blocs: [Block]

    struct Block: Decodable {
      let competences: [String]
    }
  }

  private static func plain(_ text: String) -> String {
    let folded = text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
    return folded.split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
  }
}
