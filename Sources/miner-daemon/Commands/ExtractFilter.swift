import SkillMiner
import Taxonomy

/// Offers in, mentions out: lines are read by the hundred on two threads and answered in their order.
struct ExtractFilter {
  private static let batch = 512
  /// A batch of long texts is answered earlier (bytes).
  private static let batchBytes = 4 << 20

  private let reader: RawTextReader
  private var waiting: [ExtractInput] = []
  private var bytes = 0
  /// Lines that could not be used.
  private(set) var rejected = 0

  init(reader: RawTextReader) { self.reader = reader }

  /// Answers every line of an input.
  mutating func read(_ member: InputMember) throws {
    let lines = LineReader(member)
    while let line = try lines.next() {
      switch line {
      case .text(let number, let content):
        add(content, number, Self.name(member))
      case .tooLong(let number, _):
        reject(
          "\(member.name), ligne \(number)\u{A0}: ligne démesurée. Vérifiez qu’il y a une offre par ligne.")
      }
    }
  }

  private static func name(_ member: InputMember) -> String {
    member.name == "-" ? "entrée standard" : member.name
  }

  private mutating func add(_ line: [UInt8], _ number: Int, _ file: String) {
    guard line.contains(where: { $0 != 0x20 && $0 != 0x09 }) else { return }
    do {
      waiting.append(try ExtractInput(line: line))
      bytes += line.count
      if waiting.count >= Self.batch || bytes >= Self.batchBytes { flush() }
    } catch {
      reject("\(file), ligne \(number)\u{A0}: \(error)")
    }
  }

  /// Says that a line, or what is left of an input, was not used.
  mutating func reject(_ message: String) {
    // Answers that are ready come before the message, so that the two streams tell one story.
    flush()
    rejected += 1
    Console.message(message)
  }

  /// Answers the lines that wait.
  mutating func flush() {
    guard !waiting.isEmpty else { return }
    let mentions = reader.read(waiting.map(\.offer))
    var output = ""
    for (input, mentions) in zip(waiting, mentions) {
      output += ExtractOutput(input: input, mentions: mentions).line
    }
    Console.output(output)
    waiting.removeAll(keepingCapacity: true)
    bytes = 0
  }
}
