public import Taxonomy

/// Field signals that came together: a file, one line typed in, a forum.
public struct FieldSignalBatch: ReviewAct, Hashable {
  /// Name in the log.
  public static let act = "field.add"

  /// A line that was set aside, kept so that it can be repaired.
  public struct Quarantined: Hashable, Sendable, Codable {
    /// Line of the file, from 1.
    public let line: Int?
    /// Permanent code of the finding.
    public let code: String
    /// French: what is wrong.
    public let message: String
    /// French: what to do.
    public let advice: String
    /// The line as it was read, cut to a bound.
    public let raw: String

    init(_ finding: Finding, raw: String) {
      line = finding.line
      code = finding.code
      message = finding.message
      advice = finding.advice
      self.raw = raw
    }

    /// The finding, of a file.
    public func finding(file: String) -> Finding {
      Finding(severity: .record, code: code, file: file, line: line, message: message, advice: advice)
    }
  }

  /// File name, or `saisie`.
  public let origin: String
  /// SHA-256 of the file; `nil` for what was typed in.
  public let digest: String?
  /// Signals, in the order of the file.
  public let signals: [FieldSignal]
  /// Lines that were set aside.
  public let quarantined: [Quarantined]

  /// Makes the value from its parts.
  public init(origin: String, digest: String?, signals: [FieldSignal], quarantined: [Quarantined] = []) {
    self.origin = origin
    self.digest = digest
    self.signals = signals
    self.quarantined = quarantined
  }

  /// The file.
  public var subject: String { origin }

  /// Keeps the signals; one that is known already is left as it is.
  public func apply(to ledger: ReviewLedger, entry: AuditEntry) throws {
    for signal in signals where try ledger.document(.fieldSignal, signal.id) == nil {
      try ledger.put(
        .fieldSignal, signal.id, revision: 1,
        KeptFieldSignal(signal: signal, origin: origin, who: entry.who, when: entry.when))
    }
  }
}

/// A field signal as it stands: with where it came from, and whether it was withdrawn.
public struct KeptFieldSignal: Hashable, Sendable, Codable {
  /// The observation.
  public let signal: FieldSignal
  /// File name, or `saisie`.
  public let origin: String
  /// Who entered it.
  public let who: String
  /// When.
  public let when: AuditMoment
  /// Why it was withdrawn; `nil` while it stands.
  public var withdrawn: String?
}

/// Withdrawing a field signal: it is kept, shown as withdrawn, and says nothing any more.
public struct FieldSignalWithdrawal: ReviewAct, Hashable {
  /// Name in the log.
  public static let act = "field.withdraw"

  /// Identifier of the signal.
  public let id: String
  /// Why.
  public let why: String

  /// Makes the value from its parts.
  public init(id: String, why: String) {
    self.id = id
    self.why = why
  }

  /// The signal.
  public var subject: String { id }

  /// Marks the signal.
  public func apply(to ledger: ReviewLedger, entry: AuditEntry) throws {
    let why = try ReviewText.note(why, "le motif", subject: id, isRequired: true)
    guard let document = try ledger.document(.fieldSignal, id) else {
      throw ReviewError(
        .unknown, subject: ReviewText.cut(id), message: "aucun signal de terrain n’a cet identifiant.",
        advice: "Voir les identifiants avec «\u{A0}field list\u{A0}».")
    }
    var kept = try Store.value(KeptFieldSignal.self, of: document)
    kept.withdrawn = why
    try ledger.put(.fieldSignal, id, revision: document.revision + 1, kept)
  }
}
