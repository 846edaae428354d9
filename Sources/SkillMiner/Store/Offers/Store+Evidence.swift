import Foundation
import GRDB
import Taxonomy

extension Store {
  /// The passages of an offer that mention a family, in text order: title first.
  public func evidence(offer: Int64, family: String) throws -> [EvidencePassage] {
    try read { db in
      guard let symbol = try self.symbols.existing(family, db) else { return [] }
      let items = try Set(
        Int64.fetchAll(
          db.cachedStatement(sql: "SELECT id FROM mention_item WHERE family = ?"), arguments: [symbol]))
      let mentions = try self.packedMentions(of: offer, db).filter { items.contains($0.item) }
        .sorted { ($0.field, $0.start, $0.end) < ($1.field, $1.start, $1.end) }
      guard !mentions.isEmpty,
        let text = try Row.fetchOne(
          db.cachedStatement(sql: "SELECT title, description FROM offer_text WHERE offer = ?"),
          arguments: [offer])
      else { return [] }
      return try mentions.map { mention in
        let field: String = mention.field == 0 ? text["title"] : text["description"]
        guard let cut = EvidenceSentence.cut(field, start: mention.start, end: mention.end) else {
          throw StoreError.corrupt(self.path, detail: "mention de l’offre \(offer) hors du texte")
        }
        let code = try Row.fetchOne(
          db.cachedStatement(sql: "SELECT code FROM mention_item WHERE id = ?"), arguments: [mention.item])
        return EvidencePassage(
          sentence: cut.sentence, start: cut.start, end: cut.end, stance: mention.stance,
          code: try code.flatMap { try self.ogrOptional($0, "code") })
      }
    }
  }

  /// What the current reading found in an offer, in the order it was found.
  func packedMentions(of offer: Int64, _ db: Database) throws -> [PackedMention] {
    let find = try db.cachedStatement(
      sql: """
        SELECT pack FROM mention_pack
        WHERE extraction = (SELECT id FROM extraction WHERE state = 'current') AND offer = ?
        """)
    guard let pack = try Data.fetchOne(find, arguments: [offer]) else { return [] }
    var mentions: [PackedMention] = []
    let isWhole = pack.withUnsafeBytes { bytes in MentionPack.decode(bytes) { mentions.append($0) } }
    guard isWhole else { throw StoreError.corrupt(path, detail: "mentions de l’offre \(offer)") }
    return mentions
  }
}
