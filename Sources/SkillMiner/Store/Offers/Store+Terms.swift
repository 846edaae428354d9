import GRDB
public import Taxonomy

/// A stored offer with the stretches of its description that the reading found something in.
public struct OfferWithMentions: Sendable {
  /// A stretch, in Unicode scalars of the description.
  public struct Span: Hashable, Sendable {
    /// First scalar.
    public let start: Int
    /// Exclusive end.
    public let end: Int
    /// The item it is linked to.
    public let code: OGRCode?
    /// Whether it counts for some family or item.
    public let isLinked: Bool
    /// What it is.
    public let kind: Mention.Kind
    /// Whether the offer asks for it.
    public let isDemand: Bool
  }

  /// Row in the store.
  public let offer: Int64
  /// Identifier given by the source.
  public let identifier: String
  /// Name of the feed.
  public let source: String
  /// As the feed writes it.
  public let employer: String?
  /// Text after cleaning.
  public let description: String
  /// By start.
  public let spans: [Span]
}

extension Store {
  /// Calls `body` with each of some offers, in the order given; those without text (purged) are left out.
  public func forEachOffer(_ offers: [Int64], _ body: (OfferWithMentions) throws -> Void) throws {
    try read { db in
      let heads = try db.makeStatement(
        sql: """
          SELECT o.identifier, s.name, o.employer, t.description FROM offer o
            JOIN source s ON s.id = o.source JOIN offer_text t ON t.offer = o.id WHERE o.id = ?
          """)
      let codes = try Dictionary(
        uniqueKeysWithValues: Row.fetchAll(db, sql: "SELECT id, code FROM mention_item").map {
          ($0[0] as Int64, try self.ogrOptional($0, "code"))
        })
      for offer in offers {
        guard let head = try Row.fetchOne(heads, arguments: [offer]) else { continue }
        let spans = try self.packedMentions(of: offer, db).filter { $0.field == 1 }.map { mention in
          OfferWithMentions.Span(
            start: mention.start, end: mention.end, code: codes[mention.item] ?? nil,
            isLinked: mention.item != 0, kind: mention.kind, isDemand: mention.stance.isDemand)
        }
        try body(
          OfferWithMentions(
            offer: offer, identifier: head[0], source: head[1], employer: head[2], description: head[3],
            spans: spans))
      }
    }
  }

  /// Names of employers that the store still holds, each once, ascending.
  public func employerNames() throws -> [String] {
    try read {
      try String.fetchAll(
        $0, sql: "SELECT DISTINCT employer FROM offer WHERE employer IS NOT NULL ORDER BY employer")
    }
  }
}
