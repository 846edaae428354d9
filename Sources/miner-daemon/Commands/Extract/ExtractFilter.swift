import Dispatch
import SkillMiner
import Taxonomy

/// Offers in, mentions out: every thread reads, works and writes lines; answers come in the order of the lines.
final class ExtractFilter {
  /// What becomes of a line.
  private enum Answer {
    /// Lines of output, one or more, in UTF-8.
    case output([UInt8])
    case rejection(String)
  }

  private let readers: [RawTextReader]
  /// Lines that could not be used.
  private(set) var rejected = 0

  /// - Parameters:
  ///   - exact: whether only written forms and grammars count.
  ///   - threads: how many lines are read at a time, at most; the output does not depend on it.
  init(engine: ReadingEngine, exact: Bool, threads: Int) throws {
    readers = try (0..<max(1, threads)).map { _ in try RawTextReader(engine: engine, exact: exact) }
  }

  /// Answers every line of an input.
  ///
  /// - Throws: `ReadingError` when the input is damaged; what came before is answered.
  func read(_ member: InputMember) throws {
    let queue = LineQueue(member)
    let file = member.name == "-" ? "entrée standard" : member.name
    let rejections = Counter()
    let sink = OrderedSink<[Answer]>(bound: readers.count * 2) { answers in
      for answer in answers {
        switch answer {
        case .output(let lines): Console.output(bytes: lines)
        case .rejection(let message):
          rejections.count += 1
          Console.message(message)
        }
      }
    }
    // Each iteration is the only one to touch its reader.
    nonisolated(unsafe) let readers = self.readers
    DispatchQueue.concurrentPerform(iterations: readers.count) { thread in
      while let portion = queue.take() {
        sink.put(Self.answers(portion.lines, file, readers[thread]), number: portion.number)
      }
    }
    rejected += rejections.count
    if let failure = queue.failure { throw failure }
  }

  /// Says that what is left of an input was not used.
  func reject(_ message: String) {
    rejected += 1
    Console.message(message)
  }

  /// Counted by the sink, which runs one thread at a time.
  private final class Counter {
    var count = 0
  }

  private static func answers(_ lines: [LineReader.Line], _ file: String, _ reader: RawTextReader) -> [Answer]
  {
    var answers: [Answer] = []
    var output = OutputBytes()
    // Answers that are ready come before a message, so that the two streams tell one story.
    func flush(_ output: inout OutputBytes) {
      if output.count > 0 { answers.append(.output(output.array)) }
      output.removeAll()
    }
    for line in lines {
      do {
        guard let input = try ExtractInput.read(line) else { continue }
        ExtractOutput(input: input, mentions: reader.read(input.offer)).append(to: &output)
      } catch {
        flush(&output)
        answers.append(.rejection("\(file), ligne \(line.number)\u{A0}: \(error)"))
      }
    }
    flush(&output)
    return answers
  }
}
