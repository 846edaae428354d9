/// A problem met while reading, said so that a person can act on it: where, what, what to do.
public struct Finding: Hashable, Sendable, CustomStringConvertible {
  /// What a finding means for the input.
  public enum Severity: String, Sendable {
    /// Read on; the reader did the sensible thing.
    case warning
    /// A record was set aside.
    case record
    /// The whole input could not be used.
    case failure
  }

  /// What it means for the input.
  public let severity: Severity
  /// Permanent code, as in `ROME-004`.
  public let code: String
  /// File name, and archive member behind an exclamation mark (`rome.zip!item.csv`).
  public let file: String
  /// Line (from 1), when there is one.
  public let line: Int?
  /// French: what is wrong.
  public let message: String
  /// French: what to do.
  public let advice: String
  /// How many records it stands for: more than one in the line that sums up what was not told one by one.
  public let count: Int

  /// A finding; `message` and `advice` are French sentences.
  public init(
    severity: Severity, code: String, file: String, line: Int? = nil, message: String, advice: String,
    count: Int = 1
  ) {
    self.severity = severity
    self.code = code
    self.file = file
    self.line = line
    self.message = message
    self.advice = advice
    self.count = count
  }

  /// The same, where what it is about leaves nothing that could be used.
  var ofWholeInput: Finding {
    Finding(
      severity: .failure, code: code, file: file, line: line, message: message, advice: advice, count: count)
  }

  /// `fichier.csv, ligne 12 : message Conseil : advice [CODE]`
  public var description: String {
    let place = line.map { "\(file), ligne \($0)" } ?? file
    return "\(place)\u{A0}: \(message) \(advice) [\(code)]"
  }
}

/// An input that could not be used at all.
public struct ReadingError: Error, CustomStringConvertible {
  /// What is wrong and what to do.
  public let finding: Finding

  /// An error that says what the finding says.
  public init(_ finding: Finding) { self.finding = finding }

  /// The finding as one line.
  public var description: String { finding.description }
}
