import Foundation
import TestSupport
import Testing

/// Years of offers in files of their own, through the built program: the analyses do not know.
@Suite(.enabled(if: Program.isRelease)) struct ArchiveTests {
  @Test func analysesOverSeveralFilesHaveTheBytesOfOne() throws {
    let folder = try ScratchFolder()
    let store = folder.path("s.sqlite")
    let demo = try Program.run(["demo", "--store", store, "--report", folder.path("r.html")])
    #expect(demo.status == 0, "\(demo.messages)")
    let common = ["--store", store, "--format", "json"]
    let questions = [
      ["modules", "--today", "2026-10-01"] + common,
      ["signals", "--window", "2025-10..2026-09", "--reference", "2024-10..2025-09"] + common,
      ["signals", "--window", "2025", "--reference", "2024", "--by", "region"] + common,
    ]
    let before = try questions.map { try Program.run($0) }
    for answer in before { #expect(answer.status == 0 && answer.output.count > 100) }
    for year in ["2023", "2024"] {
      let archive = try Program.run(["archive", "create", "--year", year, "--store", store])
      #expect(archive.status == 0, "\(archive.messages)")
    }
    for (question, answer) in zip(questions, before) {
      #expect(try Program.run(question).output == answer.output, "\(question)")
    }
    try FileManager.default.removeItem(atPath: folder.path("archive-2023.sqlite"))
    let refused = try Program.run(questions[0])
    #expect(refused.status != 0 && refused.messages.contains("STORE-012"))
    #expect(refused.messages.contains("archive-2023.sqlite"))
  }
}
