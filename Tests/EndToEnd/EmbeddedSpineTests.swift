import Foundation
import TestSupport
import Testing

/// The whole chain on what is in the repository: runs everywhere.
@Suite struct EmbeddedSpineTests {
  @Test func demonstrationEndsWithModulesAndAScore() throws {
    let folder = try ScratchFolder()
    var exports: [Reports] = []
    for name in ["one", "two"] {
      let outcome = try Program.run([
        "demo", "--store", folder.path("\(name).sqlite"), "--report", folder.path("\(name).html"),
      ])
      #expect(outcome.status == 0, "\(outcome.messages)")
      #expect(outcome.text.contains("Précision\u{A0}: 0,") || outcome.text.contains("Précision\u{A0}: 1"))
      #expect(outcome.text.contains("Rappel\u{A0}: "))
      exports.append(try Reports(store: folder.path("\(name).sqlite"), today: "2026-10-01"))
    }
    #expect(exports[0] == exports[1])
    #expect(try Data(contentsOf: URL(filePath: folder.path("one.html"))) == exports[0].html)

    let modules = try Candidates(json: exports[0].json)
    #expect(modules.candidates.count >= 10)
    #expect(modules.certifications.count >= 10)
    for candidate in modules.candidates {
      #expect((1...5).contains(candidate.evidence.count), "\(candidate.certification.code)")
      #expect(candidate.evidence.allSatisfy { !$0.mention.isEmpty && $0.sentence.contains($0.mention) })
      #expect(candidate.families.allSatisfy { $0.interval[0] <= $0.demand && $0.demand <= $0.interval[1] })
      #expect(candidate.families.allSatisfy { $0.verdict == "missing" || $0.verdict == "partial" })
    }

    let doctor = try Doctor(store: folder.path("one.sqlite"))
    #expect(doctor.ok)
    #expect(doctor.imports.allSatisfy { $0.addsUp && $0.state == "finished" })
    let offers = try #require(doctor.imports.last)
    #expect(offers.read == 6000)
    #expect(doctor.counts["offer"] == offers.ingested - offers.newVersions)
  }

  @Test func extractReadsAFilterLine() throws {
    let folder = try ScratchFolder()
    let input = URL(
      filePath: try folder.write(
        #"{"id":"a","title":"Cariste","description":"CACES R489 exigé. Vous êtes rigoureux.","rome_code":"N1101"}"#
          + "\n",
        to: "offers.jsonl"))
    let outcome = try Program.run(["extract"], input: input)
    #expect(outcome.status == 0, "\(outcome.messages)")
    #expect(outcome.text.contains(#""id":"a""#))
    #expect(outcome.text.contains(#""family":"caces-r489""#))
    #expect(outcome.text.contains(#""kind":"soft-skill""#))
  }
}
