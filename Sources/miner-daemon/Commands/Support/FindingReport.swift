import Taxonomy

/// Findings of an examination, for people and for programs.
struct FindingReport {
  let findings: [Finding]

  /// One line a finding, or that all is well.
  var table: String {
    findings.isEmpty ? "Tout va bien.\n" : findings.map { "\($0.description)\n" }.joined()
  }

  /// One object on one line.
  var json: String {
    let items = findings.map {
      "{\"code\":\(JSONText.string($0.code)),\"severity\":\(JSONText.string($0.severity.rawValue)),"
        + "\"file\":\(JSONText.string($0.file)),\"line\":\($0.line.map(String.init) ?? "null"),"
        + "\"count\":\($0.count),\"message\":\(JSONText.string($0.message)),"
        + "\"advice\":\(JSONText.string($0.advice))}"
    }
    return "{\"ok\":\(findings.isEmpty),\"findings\":[\(items.joined(separator: ","))]}\n"
  }

  /// Prints the report; ends with a failure when something was found.
  func present(_ format: DoctorCommand.Format) throws {
    Console.output(format == .json ? json : table)
    if !findings.isEmpty { throw ExitStatus.failed }
  }
}
