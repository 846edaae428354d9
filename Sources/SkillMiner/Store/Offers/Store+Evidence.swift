import Foundation
import GRDB
import Taxonomy

extension Store {
  /// The passages of an offer that mention a family, in text order: title first.
  public func evidence(offer: Int64, family: String) throws -> [EvidencePassage] {
    try evidence(offers: [offer], family: family).first ?? []
  }

  /// The same for some offers, in their order: what all of them share is looked up once.
  public func evidence(offers: [Int64], family: String) throws -> [[EvidencePassage]] {
    try read { db in
      guard let symbol = try self.symbols.existing(family, db) else { return offers.map { _ in [] } }
      var items: [Int64: OGRCode?] = [:]
      let find = try db.cachedStatement(sql: "SELECT id, code FROM mention_item WHERE family = ?")
      for row in try Row.fetchAll(find, arguments: [symbol]) {
        items.updateValue(try self.ogrOptional(row, "code"), forKey: row["id"])
      }
      return try offers.map { try self.passages($0, items, db) }
    }
  }

  private func passages(
    _ offer: Int64, _ items: [Int64: OGRCode?], _ db: Database
  ) throws -> [EvidencePassage] {
    let mentions = try packedMentions(of: offer, db).filter { items[$0.item] != nil }
      .sorted { ($0.field, $0.start, $0.end) < ($1.field, $1.start, $1.end) }
    guard !mentions.isEmpty,
      let text = try Row.fetchOne(
        db.cachedStatement(sql: "SELECT title, description FROM offer_text WHERE offer = ?"),
        arguments: [offer])
    else { return [] }
    let (title, description): (String, String) = (text["title"], text["description"])
    return try mentions.map { mention in
      let field = mention.field == 0 ? title : description
      guard let cut = EvidenceSentence.cut(field, start: mention.start, end: mention.end) else {
        throw StoreError.corrupt(path, detail: "mention de l’offre \(offer) hors du texte")
      }
      return EvidencePassage(
        sentence: cut.sentence, start: cut.start, end: cut.end, stance: mention.stance,
        code: items[mention.item] ?? nil)
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
