import Foundation
import SkillMiner
import Taxonomy

/// `bench prepare`: writes corpus and forms into the scratch folder, with their counts.
/// `bench serve`: answers `run STAGE LIMIT` lines from the runner, one timed pass each.
/// `bench pass STAGE LIMIT`: warms up, then one pass, for a profiler or an instruction counter.
/// `bench lexicon`: time and memory of the product's own lexicon.
@main
enum Bench {
  static func main() throws {
    var arguments = Array(CommandLine.arguments.dropFirst())
    func option(_ name: String) -> String? {
      guard let at = arguments.firstIndex(of: "--" + name), at + 1 < arguments.count else { return nil }
      let value = arguments[at + 1]
      arguments.removeSubrange(at...at + 1)
      return value
    }
    let scratch = try Scratch(option("scratch") ?? ".bench")
    let shared = option("shared")
    let rome = shared.map { $0 + "/data/rome/rome-v460-csv.zip" }
    switch arguments.first {
    case "prepare":
      try Preparation(scratch: scratch, shared: shared, offers: option("offers") ?? "../corpora").run()
    case "serve": try serve(try Stages(scratch: scratch, rome: rome))
    case "pass":
      guard arguments.count == 3, let limit = Int(arguments[2]) else { return usage() }
      let stages = try Stages(scratch: scratch, rome: rome)
      let pass = try stages.pass(arguments[1], limit: limit)
      _ = pass()
      print(Pass.timed(pass).line(arguments[1]))
    case "lexicon": print(try LexiconMeasure.line(rome))
    default: usage()
    }
  }

  private static func serve(_ stages: Stages) throws {
    say(#"{"ready":true}"#)
    while let line = readLine() {
      let words = line.split(separator: " ")
      guard words.count == 3, words[0] == "run", let limit = Int(words[2]) else { return }
      let stage = String(words[1])
      let built = Pass.timed {
        do { try stages.prepare(stage) } catch { say(#"{"error":"\#(error)"}"#) }
        return Pass.Result()
      }
      let pass = Pass.timed(try stages.pass(stage, limit: limit))
      say(pass.line(stage).dropLast() + #","build":\#(built.cpu)}"#)
    }
  }

  /// Writes a line at once: the runner waits for it, and `print` would buffer.
  private static func say(_ line: some StringProtocol) {
    FileHandle.standardOutput.write(Data((line + "\n").utf8))
  }

  private static func usage() {
    FileHandle.standardError.write(
      Data(
        "usage: bench prepare|serve|pass STAGE LIMIT|lexicon [--scratch DIR] [--shared DIR] [--offers DIR]\n"
          .utf8))
    exit(2)
  }
}
