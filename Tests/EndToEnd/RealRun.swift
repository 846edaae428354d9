import Foundation
import TestSupport

/// One import of the shared data, made once for all tests that look at it. A debug program reads one offer in twenty.
final class RealRun: Sendable {
  static let made = Result { try RealRun() }
  static let today = "2026-11-21"

  let folder: ScratchFolder
  let store: String

  private init() throws {
    folder = try ScratchFolder()
    store = folder.path("real.sqlite")
    let territories = [
      "cog_ensemble_2024_csv.zip", "lexique-bassins-2019.csv.gz", "zones-emploi-2020-communes.json.gz",
    ].map { SharedData.file("data/territories/\($0)").path }
    try add("taxonomy", [SharedData.file("data/rome/rome-v460-csv.zip").path])
    try add("territories", territories)
    try add("referential", [SharedData.file("data/rncp/certifications_fulltext_reva.jsonl.gz").path])
    try add("offers", try offers())
  }

  /// The offer files imported.
  func offers() throws -> [String] {
    let raw = ["mehh92", "vimchun"].map {
      SharedData.file("data/offers/france-travail-api-v2-\($0).json.gz").path
    }
    let normal = SharedData.file("data/offers/offers-dev.jsonl.gz")
    guard !Program.isRelease else { return raw + [normal.path] }
    let all = URL(filePath: folder.path("all.jsonl"))
    _ = try Program.system(["gzip", "-dc", normal.path], output: all)
    let lines = try String(contentsOf: all, encoding: .utf8).split(separator: "\n")
    let kept = lines.enumerated().filter { $0.offset % 20 == 0 }.map(\.element).joined(separator: "\n")
    return [raw[0], try folder.write(kept + "\n", to: "subset.jsonl")]
  }

  private func add(_ kind: String, _ paths: [String]) throws {
    let outcome = try Program.run(["import", kind, "--store", store, "--today", Self.today] + paths)
    guard outcome.status == 0 else { throw Failure(message: outcome.messages) }
  }

  struct Failure: Error {
    let message: String
  }
}
