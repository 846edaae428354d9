import Taxonomy

/// Proposed forms as a table that people read and sort.
public enum ProposalsFile {
  /// One line of the file, as review and application need it.
  public struct Entry: Hashable, Sendable {
    /// Place in the file, from 1.
    public let rank: Int
    /// The phrase.
    public let phrase: String
    /// The item it would be a form of; none for a new term.
    public let target: FormTarget
    /// Official wording of the item, as the file has it.
    public let label: String
    /// Dunning's G²; `nil` when the cell was emptied.
    public let g2: Double?
    /// Offers, employers and share as the file has them.
    public let support: String
    /// Sentences as the file has them.
    public let examples: [String]
  }

  private static let exampleColumns = 5

  /// The table: UTF-8 CSV for spreadsheets.
  public static func text(_ proposals: [PhraseProposal]) -> String {
    var csv = CSVOutput(
      header: [
        "rank", "phrase", "code", "label", "family", "g2", "within", "offers", "employers", "phrase_offers",
        "share",
        "new_offers",
      ] + (1...exampleColumns).map { "example_\($0)" })
    for (rank, proposal) in proposals.enumerated() {
      let examples = proposal.examples.prefix(exampleColumns).map { "[\($0.offer)] \($0.sentence)" }
      csv.add(
        [
          String(rank + 1), proposal.phrase, proposal.code.description, proposal.label, proposal.family,
          CSVOutput.number((proposal.g2 * 100).rounded() / 100),
          CSVOutput.number((proposal.within * 100).rounded() / 100), String(proposal.offers),
          String(proposal.employers), String(proposal.phraseOffers),
          CSVOutput.number((proposal.share * 1000).rounded() / 1000), String(proposal.newOffers),
        ] + examples + Array(repeating: "", count: exampleColumns - examples.count))
    }
    return csv.text
  }

  /// Reads a file of proposals, edited or not.
  ///
  /// - Throws: `ReadingError` naming file and line.
  public static func read(path: String) throws -> [Entry] {
    try LexiconTable(path: path, required: ["phrase", "code"]).rows.enumerated().map { index, row in
      Entry(
        rank: index + 1, phrase: try row.text("phrase"),
        target: try row.target("code", mayBeEmpty: !row["class"].isEmpty), label: row["label"],
        g2: try row.number("g2"),
        support:
          "\(row["offers"]) offres sur \(row["phrase_offers"]), \(row["employers"]) employeurs, \(row["new_offers"]) nouvelles",
        examples: (1...exampleColumns).map { row["example_\($0)"] }.filter { !$0.isEmpty })
    }
  }
}
