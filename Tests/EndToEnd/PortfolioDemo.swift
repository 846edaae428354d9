import Foundation
import TestSupport

/// A store with the offers of the demonstration published before a month, and the file of that month's offers. A debug
/// program reads one offer in four.
final class PortfolioDemo: Sendable {
  struct Failure: Error { let message: String }

  private static let made = Result { try PortfolioDemo(making: ()) }

  let folder: ScratchFolder
  let store: String
  let later: String

  /// A copy of its own.
  init() throws {
    let model = try Self.made.get()
    folder = try ScratchFolder()
    store = folder.path("demo.sqlite")
    later = model.later
    for suffix in ["", "-wal"] where FileManager.default.fileExists(atPath: model.store + suffix) {
      try FileManager.default.copyItem(atPath: model.store + suffix, toPath: store + suffix)
    }
  }

  private init(making: Void) throws {
    folder = try ScratchFolder()
    store = folder.path("demo.sqlite")
    let all = URL(filePath: folder.path("all.jsonl"))
    let corpus = SharedData.packageRoot.appending(path: "corpora/offres-demo.jsonl.gz")
    _ = try Program.system(["gzip", "-dc", corpus.path], output: all)
    var before: [Substring] = []
    var after: [Substring] = []
    for line in try String(contentsOf: all, encoding: .utf8).split(separator: "\n") {
      if line.contains("\"date_created\":\"2026-09") { after.append(line) } else { before.append(line) }
    }
    if !Program.isRelease {
      before = before.enumerated().filter { $0.offset % 4 == 0 }.map(\.element)
      after = after.enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
    }
    try folder.write(before.joined(separator: "\n") + "\n", to: "avant.jsonl")
    later = try folder.write(after.joined(separator: "\n") + "\n", to: "septembre.jsonl")
    let certifications = SharedData.packageRoot
      .appending(path: "taxonomy-data/certifications/certifications.jsonl").path
    for (kind, path) in [("referential", certifications), ("offers", folder.path("avant.jsonl"))] {
      let outcome = try Program.run(["import", kind, path, "--store", store, "--today", "2026-09-01"])
      guard outcome.status == 0 else { throw Failure(message: outcome.messages) }
    }
  }

  /// Runs a command on the store.
  func run(_ arguments: [String]) throws -> Program.Outcome {
    try Program.run(arguments + ["--store", store])
  }
}
