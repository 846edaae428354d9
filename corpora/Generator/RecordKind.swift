/// What a record of the corpus is.
enum RecordKind: Equatable {
  case original
  /// Same id, same text as an earlier record, at another place.
  case duplicate(of: Int)
  /// Same id as an earlier record, later and with one sentence more.
  case newVersion(of: Int)
  /// Another id, an earlier record's text with one small edit.
  case repost(of: Int)

  /// Shares of the three kinds of repetition.
  static let shares = (duplicate: 0.02, newVersion: 0.01, repost: 0.05)
  /// How far back a repetition may reach, in records.
  static let reach = 400

  /// The kind of the record at an index. A repetition that finds no original within a few draws is an original.
  static func of(_ index: Int, seed: UInt64) -> RecordKind {
    var random = SeededGenerator(seed: seed ^ 0x5EED_D0B1, stream: UInt64(index))
    let draw = random.unit()
    guard index > 0, draw < shares.duplicate + shares.newVersion + shares.repost else { return .original }
    for _ in 0..<8 {
      let earlier = index - 1 - random.below(min(index, reach))
      var other = SeededGenerator(seed: seed ^ 0x5EED_D0B1, stream: UInt64(earlier))
      let isOriginal =
        earlier == 0 || other.unit() >= shares.duplicate + shares.newVersion + shares.repost
      guard isOriginal else { continue }
      if draw < shares.duplicate { return .duplicate(of: earlier) }
      if draw < shares.duplicate + shares.newVersion { return .newVersion(of: earlier) }
      return .repost(of: earlier)
    }
    return .original
  }
}
