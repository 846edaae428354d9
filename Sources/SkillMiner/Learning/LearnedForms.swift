public import Taxonomy

/// The learned forms a reading uses, with where each comes from: what a store keeps and what enters the lexicon.
public struct LearnedForms: Hashable, Sendable {
  /// One form.
  public struct Form: Hashable, Sendable {
    /// Why it is used.
    public enum Source: String, Sendable {
      /// A person accepted it.
      case accepted
      /// Unreviewed, above the threshold that was asked for.
      case trusted
    }

    /// The phrase.
    public let phrase: String
    /// What it stands for.
    public let target: FormTarget
    /// What a mention of it is.
    public let kind: Mention.Kind
    /// Why it is used.
    public let source: Source
    /// Who accepted it and when, or its G².
    public let authority: String
  }

  /// Forms in order: accepted first, then trusted from the strongest.
  public private(set) var forms: [Form] = []

  /// No form.
  public static let none = LearnedForms()

  init() {}

  /// What decisions and, when a threshold is given, unreviewed proposals amount to with one release.
  ///
  /// - Parameters:
  ///   - decisions: accepted ones become forms; a rejected phrase never does.
  ///   - proposals: unreviewed ones are used when their G² reaches `trust`.
  ///   - trust: lowest G² of an unreviewed form; `nil` uses none.
  ///   - findings: gets a warning for each form whose item the release lacks.
  public init(
    decisions: LexiconDecisions, proposals: [ProposalsFile.Entry] = [], trust: Double? = nil,
    release: TaxonomyRelease, findings: inout [Finding]
  ) {
    var seen: Set<String> = []
    func add(_ phrase: String, _ target: FormTarget, _ source: Form.Source, _ authority: String) -> Finding? {
      let kind: Mention.Kind
      switch target {
      case .item(let code):
        guard let item = release.competency(code) else {
          return LexiconFindings.absent(phrase, code, release: release.name)
        }
        kind = Mention.Kind(item)
      case .local(_, let own): kind = own
      case .none: return nil
      }
      if seen.insert(PlainKey.fold(phrase)).inserted {
        forms.append(
          Form(phrase: phrase, target: target, kind: kind, source: source, authority: authority))
      }
      return nil
    }
    for decision in decisions.decisions where decision.verdict == .accepted {
      let authority = [decision.who, decision.when?.description ?? ""].filter { !$0.isEmpty }
      if let finding = add(decision.phrase, decision.target, .accepted, authority.joined(separator: ", ")) {
        findings.append(finding)
      }
    }
    guard let trust else { return }
    for entry in proposals.sorted(by: { ($1.g2 ?? 0, $0.rank) < ($0.g2 ?? 0, $1.rank) }) {
      guard let g2 = entry.g2, g2 >= trust, decisions.decision(on: entry.phrase, entry.target) == nil else {
        continue
      }
      if let finding = add(entry.phrase, entry.target, .trusted, "G2 \(CSVOutput.number(g2))") {
        findings.append(finding)
      }
    }
  }

  /// Reads what `text` wrote.
  ///
  /// - Throws: `ReadingError`.
  init(text: String, name: String) throws {
    for row in try LexiconTable(name: name, text: text, required: ["phrase", "code", "kind", "source"]).rows {
      guard let kind = Mention.Kind(rawValue: row["kind"]), let source = Form.Source(rawValue: row["source"])
      else {
        throw ReadingError(LexiconFindings.kind(row["kind"], name, row.line))
      }
      forms.append(
        Form(
          phrase: try row.text("phrase"), target: try row.target("code", mayBeEmpty: false), kind: kind,
          source: source,
          authority: row["authority"]))
    }
  }

  /// The forms as CSV.
  var text: String {
    var csv = CSVOutput(header: ["phrase", "code", "kind", "source", "authority"])
    for form in forms {
      csv.add([
        form.phrase, form.target.description, form.kind.rawValue, form.source.rawValue, form.authority,
      ])
    }
    return csv.text
  }
}

extension Overlays {
  /// Adds learned forms behind the written ones, which keep the last word on a phrase that both hold.
  public mutating func add(_ learned: LearnedForms) {
    forms += learned.forms.map {
      SurfaceForm(
        text: $0.phrase, code: $0.target.code, family: $0.target.family?.id, kind: $0.kind, origin: .learned)
    }
    var known = Set(families.map(\.id))
    families += learned.forms.compactMap(\.target.family).filter { known.insert($0.id).inserted }
  }
}
