import Foundation
import TestSupport
import Testing

/// `extract` with any number of threads, and without the phrase linker.
@Suite struct ExtractThreadsTests {
  @Test func theOutputDoesNotDependOnTheThreads() throws {
    let folder = try ScratchFolder()
    let input = URL(filePath: folder.path("offers.jsonl"))
    var lines: [String] = []
    for number in 0..<400 {
      let text = String(repeating: "Préparer les commandes. CACES R489 cat. 3. ", count: number % 5)
      lines.append("{\"id\":\(number),\"title\":\"Cariste\",\"description\":\"\(text)\"}")
      if number % 100 == 50 { lines.append("{") }
    }
    try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: input)
    for exact in [[], ["--exact"]] {
      let one = try Program.run(["extract", "--threads", "1"] + exact, input: input)
      #expect(one.status == 1 && one.lines.count == 400)
      for (number, line) in one.lines.enumerated() { #expect(line.hasPrefix("{\"id\":\"\(number)\",")) }
      let more = try Program.run(["extract", "--threads", "3"] + exact, input: input)
      #expect(more.output == one.output && more.messages == one.messages && more.status == 1)
    }
    #expect(try Program.run(["extract", "--threads", "0"]).status == 2)
  }
}
