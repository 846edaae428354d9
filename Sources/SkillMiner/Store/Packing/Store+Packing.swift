import Foundation
import GRDB
import Taxonomy

extension Store {
  /// Texts a dictionary is trained on.
  static let dictionarySample = 5000
  /// With fewer texts a dictionary would say more about chance than about the feed.
  static let dictionaryLeast = 1000

  /// Has new texts packed with a dictionary as soon as there are texts enough to train one: those stored and those on
  /// their way. A store has one dictionary, trained once.
  ///
  /// - Parameter texts: descriptions about to be kept.
  func prepareDictionary(for texts: @autoclosure () -> [String]) throws {
    guard codec.currentNumber == nil else { return }
    let stored = try read {
      try Data.fetchAll(
        $0, sql: "SELECT bytes FROM text_dictionary ORDER BY id DESC LIMIT 1")
    }
    if let bytes = stored.first {
      codec.use(ZstdDictionary(bytes: [UInt8](bytes)))
      return
    }
    let new = texts()
    // A young store is asked for its texts once there are enough of them.
    let stores = try read {
      try Int.fetchOne(
        $0, sql: "SELECT count(*) FROM (SELECT 1 FROM main.offer_body LIMIT ?)",
        arguments: [Self.dictionaryLeast]) ?? 0
    }
    guard stores + new.count >= Self.dictionaryLeast else { return }
    let known = try read {
      try String.fetchAll(
        $0, sql: "SELECT description FROM main.offer_text ORDER BY offer LIMIT ?",
        arguments: [max(0, Self.dictionarySample - new.count)])
    }
    guard known.count + new.count >= Self.dictionaryLeast,
      let bytes = ZstdDictionary.trained(
        on: (known + new).prefix(Self.dictionarySample).map { Array($0.utf8) }),
      let dictionary = ZstdDictionary(bytes: bytes)
    else { return }
    try write {
      try $0.execute(
        sql: "INSERT OR IGNORE INTO text_dictionary VALUES (?, ?)",
        arguments: [dictionary.number, Data(dictionary.bytes)])
    }
    codec.use(dictionary)
  }

  /// Keeps what was found in an offer.
  func insert(_ mentions: [Mention], offer: Int64, extraction: Int64, _ db: Database) throws {
    let packed = try mentions.map { mention in
      PackedMention(
        field: mention.field == .title ? 0 : 1, start: mention.start, end: mention.end,
        item: try item(code: mention.code, family: mention.family, db), kind: mention.kind,
        stance: mention.stance, origin: try symbols.number(of: mention.origin, db))
    }
    guard !packed.isEmpty else { return }
    try db.cachedStatement(sql: "INSERT INTO mention_pack VALUES (?, ?, ?)")
      .execute(arguments: [extraction, offer, MentionPack.encode(packed)])
  }

  /// The number of a pair of item and family.
  private func item(code: OGRCode?, family: String?, _ db: Database) throws -> Int64 {
    if code == nil, family == nil { return 0 }
    let family = try family.map { try symbols.number(of: $0, db) }
    return try itemNumbers.number(of: ItemKey(code: code?.number, family: family)) {
      try Self.item(code: code.map { Int64($0.number) }, family: family, db)
    }
  }

  static func item(code: Int64?, family: Int64?, _ db: Database) throws -> Int64 {
    let find = try db.cachedStatement(sql: "SELECT id FROM mention_item WHERE code IS ? AND family IS ?")
    if let known = try Int64.fetchOne(find, arguments: [code, family]) { return known }
    try db.cachedStatement(sql: "INSERT INTO mention_item (code, family) VALUES (?, ?)")
      .execute(arguments: [code, family])
    return db.lastInsertedRowID
  }

  /// Items and families by number, for whoever unpacks many mentions.
  static func items(_ db: Database) throws -> [Int64: (code: Int64?, family: Int64?)] {
    let rows = try Row.fetchAll(db, sql: "SELECT id, code, family FROM mention_item")
    return Dictionary(uniqueKeysWithValues: rows.map { ($0[0] as Int64, ($0[1], $0[2])) })
  }
}

/// An item and the family it was counted for, by number.
struct ItemKey: Hashable, Sendable {
  let code: Int32?
  let family: Int64?
}
