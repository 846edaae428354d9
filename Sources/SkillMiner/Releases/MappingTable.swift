import Foundation
public import Taxonomy

/// Links of a migration as a table in the SSSOM layout, tab-separated, which a person completes and gives back.
///
/// Source: *Simple Standard for Sharing Ontological Mappings* (https://mapping-commons.github.io/sssom/). The column
/// `review` is ours: `oui` accepts a line, `non` rejects it, empty means that nobody looked at it.
public enum MappingTable {
  static let columns = [
    "subject_id", "subject_label", "predicate_id", "object_id", "object_label", "mapping_justification",
    "confidence", "review",
  ]

  /// The links of a migration and the proposals for what it lost, by old code.
  public static func write(_ migration: ReleaseMigration) -> String {
    var lines = [
      "# subject_source\t\(clean(migration.old))", "# object_source\t\(clean(migration.new))",
      columns.joined(separator: "\t"),
    ]
    func line(
      _ old: Competency, _ new: Competency?, _ predicate: String, _ why: String, _ confidence: Double,
      _ review: String
    ) {
      lines.append(
        [
          "rome:\(old.code)", clean(old.label), predicate,
          new.map { "rome:\($0.code)" } ?? "sssom:NoTermFound",
          clean(new?.label ?? ""), why, String(format: "%.3f", confidence), review,
        ].joined(separator: "\t"))
    }
    struct Entry {
      let code: OGRCode
      let write: () -> Void
    }
    var entries: [Entry] = []
    for step in migration.steps {
      entries.append(
        Entry(code: step.old.code) {
          let isReviewed = step.way == .reviewed
          line(
            step.old, step.new, step.way == .codeRevised ? "skos:closeMatch" : "skos:exactMatch",
            isReviewed ? "semapv:ManualMappingCuration" : "semapv:LexicalMatching", isReviewed ? 1 : 0.95,
            isReviewed ? "oui" : "")
        })
    }
    for loss in migration.losses {
      entries.append(
        Entry(code: loss.old.code) {
          if loss.proposals.isEmpty {
            line(loss.old, nil, "skos:exactMatch", "semapv:LexicalMatching", 0, "")
          }
          for proposal in loss.proposals {
            line(
              loss.old, proposal.new, "skos:relatedMatch", "semapv:LexicalSimilarityThresholdMatching",
              proposal.score, "")
          }
        })
    }
    for entry in entries.sorted(by: { $0.code < $1.code }) { entry.write() }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The judgements of a table.
  ///
  /// - Returns: lines that somebody judged, and what is wrong with others.
  /// - Throws: `ReadingError` when the file cannot be read or lacks a column.
  public static func read(path: String) throws -> (links: [ReviewedLink], findings: [Finding]) {
    var links: [ReviewedLink] = []
    var findings: [Finding] = []
    try InputArchive.forEachMember(of: path) { member in
      var places: [String: Int]?
      let reader = LineReader(member, maximumLength: 1 << 20)
      while let next = try reader.next() {
        guard case .text(let number, let bytes) = next else { continue }
        let text = String(decoding: bytes, as: UTF8.self)
        if text.hasPrefix("#") || text.allSatisfy(\.isWhitespace) { continue }
        let cells = text.split(separator: "\t", omittingEmptySubsequences: false).map {
          $0.trimmingCharacters(in: .whitespaces)
        }
        guard let header = places else {
          places = Dictionary(cells.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
          for column in ["subject_id", "object_id", "review"] where places?[column] == nil {
            throw ReadingError(LinkFindings.missingColumn(member.name, number, column, "taxonomy migrate"))
          }
          continue
        }
        func cell(_ column: String) -> String {
          header[column].flatMap { $0 < cells.count ? cells[$0] : nil } ?? ""
        }
        guard let judgement = judgement(cell("review")) else {
          if !cell("review").isEmpty {
            findings.append(LinkFindings.badReview(member.name, number, cell("review")))
          }
          continue
        }
        guard let old = code(cell("subject_id")), let new = code(cell("object_id")) else {
          findings.append(LinkFindings.badCode(member.name, number, "«\u{A0}rome:100023\u{A0}»"))
          continue
        }
        links.append(ReviewedLink(pair: .init(old: old, new: new), isAccepted: judgement))
      }
    }
    return (links, findings)
  }

  static func judgement(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "oui", "o", "1", "true": true
    case "non", "n", "0", "false": false
    default: nil
    }
  }

  private static func code(_ text: String) -> OGRCode? {
    OGRCode(text.split(separator: ":").last.map(String.init) ?? "")
  }

  private static func clean(_ text: String) -> String {
    String(text.map { $0 == "\t" || $0.isNewline ? " " : $0 })
  }
}
