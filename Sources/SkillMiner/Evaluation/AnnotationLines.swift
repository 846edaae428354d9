import Taxonomy

/// Walks the lines of JSON-lines inputs and collects what is wrong with them: one bad line sets itself aside, no other.
enum AnnotationLines {
  /// A line that is set aside.
  struct Refusal: Error {
    let finding: Finding
  }

  /// - Parameter body: reads an object; throws `Refusal` or `JSONFields.Missing` to set the line aside.
  /// - Throws: `ReadingError` when an input is missing or damaged.
  static func forEach(
    of path: String, findings: inout [Finding],
    _ body: (_ fields: JSONFields, _ file: String, _ line: Int) throws -> Void
  ) throws {
    var found: [Finding] = []
    defer { findings += found }
    try InputArchive.forEachMember(of: path) { member in
      let lines = LineReader(member)
      while let line = try lines.next() {
        switch line {
        case .tooLong(let number, _): found.append(EvaluationFindings.tooLong(member.name, number))
        case .text(let number, let bytes):
          guard bytes.contains(where: { $0 != 0x20 && $0 != 0x09 }) else { continue }
          guard let fields = JSONFields(line: bytes) else {
            found.append(EvaluationFindings.notAnObject(member.name, number))
            continue
          }
          do {
            try body(fields, member.name, number)
          } catch let refusal as Refusal {
            found.append(refusal.finding)
          } catch let missing as JSONFields.Missing {
            found.append(EvaluationFindings.field(missing.name, member.name, number))
          }
        }
      }
    }
  }
}
