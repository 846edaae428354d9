import GRDB
import Taxonomy

extension Store {
  /// The passages of an offer that mention a family, in text order: title first.
  public func evidence(offer: Int64, family: String) throws -> [EvidencePassage] {
    try read { db in
      guard let symbol = try self.symbols.existing(family, db) else { return [] }
      let mentions = try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT field, start, "end", code, stance FROM mention
            WHERE extraction = (SELECT id FROM extraction WHERE state = 'current') AND offer = ? AND family = ?
            ORDER BY field, start, "end", ordinal
            """), arguments: [offer, symbol])
      guard !mentions.isEmpty,
        let text = try Row.fetchOne(
          db.cachedStatement(sql: "SELECT title, description FROM offer_text WHERE offer = ?"),
          arguments: [offer])
      else { return [] }
      return try mentions.compactMap { mention in
        let field: String = (mention["field"] as Int) == 0 ? text["title"] : text["description"]
        let stance = try self.symbols.text(of: mention["stance"], db).flatMap { Stance(rawValue: $0) }
        guard let cut = EvidenceSentence.cut(field, start: mention["start"], end: mention["end"]), let stance
        else {
          throw StoreError.corrupt(self.path, detail: "mention de l’offre \(offer) hors du texte")
        }
        return EvidencePassage(
          sentence: cut.sentence, start: cut.start, end: cut.end, stance: stance,
          code: try self.ogrOptional(mention, "code"))
      }
    }
  }
}
