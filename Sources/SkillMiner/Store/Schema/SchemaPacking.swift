import Foundation
import GRDB
import Taxonomy

/// Descriptions compressed, the mentions of an offer in one blob, and sketches for near-duplicates beside the offers.
///
/// Views under the former names show what the tables showed, for whatever reads a few offers.
enum SchemaPacking {
  @Sendable static func create(_ db: Database) throws {
    try db.execute(
      sql: """
        -- Dictionaries of zstd; the number stands in each frame.
        CREATE TABLE text_dictionary (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
        -- body: the description, one frame of zstd.
        CREATE TABLE offer_body (
          offer INTEGER PRIMARY KEY REFERENCES offer (id), title TEXT NOT NULL, body BLOB NOT NULL
        ) STRICT;

        -- What mentions are linked to, and the family they count for.
        CREATE TABLE mention_item (id INTEGER PRIMARY KEY, code INTEGER, family INTEGER) STRICT;
        CREATE INDEX mention_item_pair ON mention_item (code, family);
        -- pack: see MentionPack. Offers without a mention have no row.
        CREATE TABLE mention_pack (
          extraction INTEGER NOT NULL, offer INTEGER NOT NULL, pack BLOB NOT NULL, PRIMARY KEY (extraction, offer)
        ) STRICT, WITHOUT ROWID;

        -- Sketches of offers chunk * 512 up to the next chunk, 64 bytes each; zeros where there is no text.
        CREATE TABLE offer_sketches (chunk INTEGER PRIMARY KEY, sketches BLOB NOT NULL) STRICT;
        -- Offers whose text changed since offers were compared; new ones are known by their rows.
        CREATE TABLE offer_changed (offer INTEGER PRIMARY KEY) STRICT;
        """)
    let codec = TextCodec()
    try packTexts(db, codec)
    try packMentions(db)
    let words = Mention.Kind.allCases.map(\.rawValue) + Stance.allCases.map(\.rawValue)
    for word in words {
      try db.execute(sql: "INSERT OR IGNORE INTO symbol (text) VALUES (?)", arguments: [word])
    }
    try db.execute(
      sql: """
        DROP VIEW mention_readable;
        DROP TABLE mention;
        DROP TABLE offer_text;
        \(views)
        """)
  }

  static let views = """
    CREATE VIEW offer_text AS SELECT offer, title, unpacked(body) AS description FROM offer_body;
    CREATE VIEW mention AS
      SELECT p.extraction, p.offer, j.key AS ordinal, j.value ->> 0 AS field, j.value ->> 1 AS start,
        j.value ->> 2 AS "end", i.code, i.family, k.id AS kind, t.id AS stance, j.value ->> 6 AS origin
      FROM mention_pack p, json_each(mentions_json(p.pack)) j LEFT JOIN mention_item i ON i.id = j.value ->> 3
        LEFT JOIN symbol k ON k.text = j.value ->> 4 LEFT JOIN symbol t ON t.text = j.value ->> 5;
    CREATE VIEW mention_readable AS
      SELECT m.extraction, s.name AS source, o.identifier, m.ordinal,
        CASE m.field WHEN 0 THEN 'title' ELSE 'description' END AS field, m.start, m."end", m.code,
        f.text AS family, k.text AS kind, t.text AS stance, g.text AS origin
      FROM mention m JOIN offer o ON o.id = m.offer JOIN source s ON s.id = o.source
        LEFT JOIN symbol f ON f.id = m.family JOIN symbol k ON k.id = m.kind
        JOIN symbol t ON t.id = m.stance JOIN symbol g ON g.id = m.origin;
    """

  private static func packTexts(_ db: Database, _ codec: TextCodec) throws {
    let sample = try String.fetchAll(
      db, sql: "SELECT description FROM offer_text ORDER BY offer LIMIT ?",
      arguments: [Store.dictionarySample])
    if sample.count >= Store.dictionaryLeast,
      let bytes = ZstdDictionary.trained(on: sample.map { Array($0.utf8) }),
      let dictionary = ZstdDictionary(bytes: bytes)
    {
      try db.execute(
        sql: "INSERT INTO text_dictionary VALUES (?, ?)", arguments: [dictionary.number, Data(bytes)])
      codec.use(dictionary)
    }
    let insert = try db.makeStatement(sql: "INSERT INTO offer_body VALUES (?, ?, ?)")
    let rows = try Row.fetchCursor(
      db, sql: "SELECT offer, title, description FROM offer_text ORDER BY offer")
    var sketches = SketchWriter()
    while let row = try rows.next() {
      let (title, description): (String, String) = (row[1], row[2])
      try insert.execute(arguments: [row[0] as Int64, title, codec.pack(description)])
      sketches.add(OfferSketch(title: title, description: description), offer: row[0])
      if sketches.count >= 4096 { try sketches.flush(db) }
    }
    try sketches.flush(db)
  }

  private static func packMentions(_ db: Database) throws {
    let insert = try db.makeStatement(sql: "INSERT INTO mention_pack VALUES (?, ?, ?)")
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT m.extraction, m.offer, m.field, m.start, m."end", m.code, m.family, k.text, t.text, m.origin
        FROM mention m JOIN symbol k ON k.id = m.kind JOIN symbol t ON t.id = m.stance
        ORDER BY m.extraction, m.offer, m.ordinal
        """)
    var current: (extraction: Int64, offer: Int64)?
    var mentions: [PackedMention] = []
    func flush() throws {
      guard let current, !mentions.isEmpty else { return }
      try insert.execute(arguments: [current.extraction, current.offer, MentionPack.encode(mentions)])
      mentions.removeAll(keepingCapacity: true)
    }
    while let row = try rows.next() {
      let key: (extraction: Int64, offer: Int64) = (row[0], row[1])
      if let last = current, last != key { try flush() }
      current = key
      // A word no version of the program ever wrote is left out, as it never counted.
      guard let kind = Mention.Kind(rawValue: row[7]), let stance = Stance(rawValue: row[8]) else { continue }
      let (code, family): (Int64?, Int64?) = (row[5], row[6])
      mentions.append(
        PackedMention(
          field: row[2], start: row[3], end: row[4],
          item: code == nil && family == nil ? 0 : try Store.item(code: code, family: family, db),
          kind: kind, stance: stance, origin: row[9]))
    }
    try flush()
  }
}
