import Foundation
public import Taxonomy

/// What people decided about proposed forms: a CSV file that a person can edit.
public struct LexiconDecisions: Sendable {
  /// One decision.
  public struct Decision: Hashable, Sendable {
    /// What was decided.
    public enum Verdict: String, Sendable {
      case accepted
      case rejected
    }

    /// The phrase.
    public let phrase: String
    /// What it stands for, or does not.
    public let target: FormTarget
    /// What was decided.
    public let verdict: Verdict
    /// Who decided.
    public let who: String
    /// The day; `nil` when the file does not say.
    public let when: CalendarDate?
    /// Reasons, in their words.
    public let why: String

    /// The same of an item of the taxonomy.
    public init(
      phrase: String, code: OGRCode, verdict: Verdict, who: String, when: CalendarDate?, why: String
    ) {
      self.init(phrase: phrase, target: .item(code), verdict: verdict, who: who, when: when, why: why)
    }

    /// Makes the value from its parts.
    public init(
      phrase: String, target: FormTarget, verdict: Verdict, who: String, when: CalendarDate?, why: String
    ) {
      self.phrase = phrase
      self.target = target
      self.verdict = verdict
      self.who = who
      self.when = when
      self.why = why
    }
  }

  /// Decisions in the order of the file.
  public private(set) var decisions: [Decision] = []
  private var known: [String: Int] = [:]

  /// No decision at all.
  public init() {}

  /// Reads a file; one that does not exist holds no decision.
  ///
  /// - Throws: `ReadingError` naming file, line and what to do.
  public init(path: String) throws {
    guard FileManager.default.fileExists(atPath: path) else { return }
    var lines: [String: Int] = [:]
    for row in try LexiconTable(path: path, required: ["phrase", "code", "decision"]).rows {
      let word = try row.text("decision")
      guard let verdict = Decision.Verdict(rawValue: word.lowercased()) else {
        throw ReadingError(LexiconFindings.decision(word, row.file, row.line))
      }
      let day = row["when"]
      let when = CalendarDate(day)
      if !day.isEmpty, when == nil { throw ReadingError(LexiconFindings.date(day, row.file, row.line)) }
      let decision = Decision(
        phrase: try row.text("phrase"), target: try row.target("code", mayBeEmpty: verdict == .rejected),
        verdict: verdict, who: row["who"],
        when: when,
        why: row["why"])
      if let other = lines[Self.place(decision)]
        ?? (verdict == .accepted ? lines[Self.form(decision.phrase)] : nil)
      {
        throw ReadingError(LexiconFindings.contradiction(decision.phrase, row.file, row.line, with: other))
      }
      lines[Self.place(decision)] = row.line
      if verdict == .accepted { lines[Self.form(decision.phrase)] = row.line }
      decide(decision)
    }
  }

  /// Reads a file that must exist.
  ///
  /// - Throws: `ReadingError`.
  public init(existing path: String) throws {
    guard FileManager.default.fileExists(atPath: path) else {
      throw ReadingError(LexiconFindings.missing(path))
    }
    try self.init(path: path)
  }

  /// Adds a decision, or puts it in the place of an earlier one on the same phrase and item.
  public mutating func decide(_ decision: Decision) {
    if let place = known[Self.place(decision)] {
      decisions[place] = decision
    } else {
      known[Self.place(decision)] = decisions.count
      decisions.append(decision)
    }
  }

  /// The decision on a phrase and an item, when there is one.
  public func decision(on phrase: String, _ target: FormTarget) -> Decision? {
    known[Self.place(phrase, target)].map { decisions[$0] }
  }

  /// The decision on a phrase and an item of the taxonomy, when there is one.
  public func decision(on phrase: String, _ code: OGRCode) -> Decision? { decision(on: phrase, .item(code)) }

  /// Whether anything was decided on a phrase.
  public func isDecided(_ phrase: String) -> Bool {
    decisions.contains { Self.form($0.phrase) == Self.form(phrase) }
  }

  /// Whether a phrase was accepted as a form of another item.
  public func isTaken(_ phrase: String, by other: FormTarget) -> Bool {
    decisions.contains {
      $0.verdict == .accepted && $0.target != other && Self.form($0.phrase) == Self.form(phrase)
    }
  }

  /// The file: UTF-8 CSV for spreadsheets.
  public var text: String {
    var csv = CSVOutput(header: ["phrase", "code", "decision", "who", "when", "why"])
    for decision in decisions {
      csv.add([
        decision.phrase, decision.target.description, decision.verdict.rawValue, decision.who,
        decision.when?.description ?? "", decision.why,
      ])
    }
    return csv.text
  }

  private static func place(_ decision: Decision) -> String { place(decision.phrase, decision.target) }
  private static func place(_ phrase: String, _ target: FormTarget) -> String { "\(form(phrase))\t\(target)" }
  private static func form(_ phrase: String) -> String { PlainKey.fold(phrase) }
}
