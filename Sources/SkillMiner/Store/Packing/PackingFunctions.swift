import Foundation
import GRDB
import Taxonomy

/// What SQL needs to look into packed columns; added to every connection.
enum PackingFunctions {
  /// - `unpacked(body)`: the text of a packed description.
  /// - `mentions_json(pack)`: a list `[field, start, end, item, kind, stance, origin]` a mention.
  /// - `names_item(pack, items)`: whether a mention has one of some items, given by their numbers with commas between.
  /// - `mention_count(pack)`: how many mentions there are.
  static func add(to db: Database, codec: TextCodec) {
    db.add(
      function: DatabaseFunction("unpacked", argumentCount: 1, pure: true) { values in
        guard let frame = Data.fromDatabaseValue(values[0]) else { return nil }
        return try codec.unpack(frame)
      })
    db.add(
      function: DatabaseFunction("mentions_json", argumentCount: 1, pure: true) { values in
        guard let pack = Data.fromDatabaseValue(values[0]) else { return nil }
        var items: [String] = []
        let isWhole = pack.withUnsafeBytes { bytes in
          MentionPack.decode(bytes) {
            items.append(
              "[\($0.field),\($0.start),\($0.end),\($0.item),\"\($0.kind.rawValue)\",\"\($0.stance.rawValue)\",\($0.origin)]"
            )
          }
        }
        guard isWhole else { throw TextCodecError.damaged }
        return "[" + items.joined(separator: ",") + "]"
      })
    db.add(
      function: DatabaseFunction("mention_count", argumentCount: 1, pure: true) { values in
        guard let pack = Data.fromDatabaseValue(values[0]) else { return nil }
        var count = 0
        let isWhole = pack.withUnsafeBytes { bytes in MentionPack.decode(bytes) { _ in count += 1 } }
        guard isWhole else { throw TextCodecError.damaged }
        return count
      })
    db.add(
      function: DatabaseFunction("names_item", argumentCount: 2, pure: true) { values in
        guard let pack = Data.fromDatabaseValue(values[0]), let list = String.fromDatabaseValue(values[1])
        else { return false }
        let items = Set(list.split(separator: ",").compactMap { Int64($0) })
        var isNamed = false
        let isWhole = pack.withUnsafeBytes { bytes in
          MentionPack.decode(bytes) { if items.contains($0.item) { isNamed = true } }
        }
        guard isWhole else { throw TextCodecError.damaged }
        return isNamed
      })
  }
}
