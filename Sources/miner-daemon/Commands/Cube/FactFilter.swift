import Foundation
import SkillMiner
import Taxonomy

/// Portions of lines in, as many answers out.
///
/// The first line says what reads. A portion ends with an empty line; its answers come when it is complete, one a line
/// in the order of the lines, and end with an empty line too. So the other side needs no second thread, and the
/// program is started once for many portions.
struct FactFilter {
  /// Longest line that is read, in bytes.
  private static let lineLimit = 32 << 20

  let extractor: FactExtractor
  let identity: CubeIdentity

  func run() throws {
    Console.output(CubeText.operatorLine(identity) + "\n")
    let input = InputMember(name: "entrée standard") { buffer in
      guard let base = buffer.baseAddress else { return 0 }
      // As much as is there: waiting for a full buffer would be waiting for ever.
      return max(0, read(STDIN_FILENO, base, buffer.count))
    }
    let lines = LineReader(input, maximumLength: Self.lineLimit)
    var portion: [[UInt8]] = []
    while let line = try lines.next() {
      switch line {
      case .text(_, let bytes) where bytes.isEmpty:
        answer(portion)
        portion.removeAll(keepingCapacity: true)
      case .text(_, let bytes): portion.append(bytes)
      // Not JSON: it is set aside like any line that is none.
      case .tooLong: portion.append(Array("…".utf8))
      }
    }
    if !portion.isEmpty { answer(portion) }
  }

  private func answer(_ portion: [[UInt8]]) {
    var output = ""
    for answer in extractor.read(portion) {
      output += CubeText.line(answer)
      output += "\n"
    }
    Console.output(output + "\n")
  }
}
