/// The words of one offer that go into the slots of the frame.
struct Words {
  let employer: Bytes
  let city: Bytes
  let title: Bytes
  let soft: Bytes
}

/// A description being written, JSON-escaped.
struct Page {
  var bytes: Bytes
  private let newLine: Bytes
  private let bullet: Bytes
  private let isRunning: Bool
  private let isGlued: Bool

  init(style: DocumentStyle, bytes: Bytes, _ random: inout SeededGenerator) {
    self.bytes = bytes
    newLine = style.lineBreak(&random)
    bullet = style.bullet(&random)
    isRunning = style == .paragraphs || style == .terse
    isGlued = style == .glued
  }

  mutating func lineBreak() { bytes.append(contentsOf: newLine) }

  /// Ends a sentence as the style does: on its own line, in the run of the text, or glued to the next one.
  mutating func endSentence() {
    if isGlued { return }
    if let last = bytes.last, last != 0x3F, last != 0x21, last != 0x2E { bytes.append(0x2E) }
    if isRunning { bytes.append(0x20) } else { lineBreak() }
  }

  mutating func sentence(_ line: Bytes) {
    bytes.appendCapitalised(line)
    endSentence()
  }

  mutating func sentence(_ line: FrameLine, _ words: Words) {
    for piece in line.pieces {
      switch piece {
      case .text(let text): bytes.append(contentsOf: text)
      case .slot(.employer), .slot(.agency): bytes.append(contentsOf: words.employer)
      case .slot(.city): bytes.append(contentsOf: words.city)
      case .slot(.title):
        bytes.append("un(e) ")
        bytes.append(contentsOf: words.title)
      case .slot(.soft): bytes.append(contentsOf: words.soft)
      case .slot(.softCapital): bytes.appendCapitalised(words.soft)
      }
    }
    endSentence()
  }

  mutating func heading(_ text: Bytes, _ random: inout SeededGenerator) {
    if !bytes.isEmpty { lineBreak() }
    bytes.append(contentsOf: text)
    bytes.append(" :")
    lineBreak()
  }

  mutating func item(_ line: Bytes) {
    bytes.append(contentsOf: bullet)
    bytes.appendCapitalised(line)
    lineBreak()
  }

  /// A task as a list item: 0 infinitive, 1 nominal, 2 after *vous*.
  mutating func item(_ task: TaskPhrase, form: Int) {
    switch form {
    case 0: item(task.infinitive)
    case 1: item(task.nominal)
    default:
      bytes.append(contentsOf: bullet)
      bytes.append("Vous ")
      bytes.append(contentsOf: task.present)
      lineBreak()
    }
  }

  /// *a, b et c* in one of the heads of the tasks.
  mutating func enumerate(
    _ tasks: ArraySlice<TaskPhrase>, capitalised: Bool = false, _ head: (TaskPhrase) -> Bytes
  ) {
    for (rank, task) in tasks.enumerated() {
      if rank > 0 {
        if rank == tasks.count - 1 { bytes.append(" et ") } else { bytes.append(", ") }
      }
      if rank == 0, capitalised {
        bytes.appendCapitalised(head(task))
      } else {
        bytes.append(contentsOf: head(task))
      }
    }
  }
}
