import Foundation
import Taxonomy

/// A mention as the store keeps it: families, items and origins by number.
struct PackedMention: Hashable {
  /// 0 title, 1 description.
  var field: Int
  /// Unicode scalar offsets into the field; `end` is exclusive.
  var start: Int
  var end: Int
  /// Row of `mention_item`; 0 for a mention linked to nothing.
  var item: Int64
  var kind: Mention.Kind
  var stance: Stance
  /// Row of `symbol`.
  var origin: Int64
}

/// The mentions of one offer in one blob, about eight bytes each: what was read in an offer is written, read and
/// replaced together, and a row of its own cost each mention four times as much.
///
/// A mention is five numbers of seven bits a byte (LEB128): distance of its start from the last one (signed, zigzag),
/// length, kind + 8 × stance + 64 × field, item, origin.
enum MentionPack {
  static func encode(_ mentions: some Sequence<PackedMention>) -> Data {
    var bytes: [UInt8] = []
    var last = 0
    for mention in mentions {
      let step = mention.start - last
      LEB128.append(UInt64(bitPattern: Int64(step << 1 ^ step >> 63)), to: &bytes)
      LEB128.append(UInt64(max(0, mention.end - mention.start)), to: &bytes)
      LEB128.append(
        UInt64(number(mention.kind) | number(mention.stance) << 3 | mention.field << 6), to: &bytes)
      LEB128.append(UInt64(mention.item), to: &bytes)
      LEB128.append(UInt64(mention.origin), to: &bytes)
      last = mention.start
    }
    return Data(bytes)
  }

  /// Calls `body` with each mention in order.
  ///
  /// - Returns: `false` when the blob is damaged.
  static func decode(
    _ bytes: UnsafeRawBufferPointer, _ body: (PackedMention) throws -> Void
  ) rethrows -> Bool {
    var reader = Reader(bytes: bytes)
    var last = 0
    while reader.position < bytes.count {
      guard let step = reader.next(), let length = reader.next(), let what = reader.next(),
        let item = reader.next(), let origin = reader.next(), what < 128, length < 1 << 32, step < 1 << 34,
        let kind = kinds[Int(what & 7)], let stance = stances[Int(what >> 3 & 7)]
      else { return false }
      last += Int(step >> 1) ^ -Int(step & 1)
      try body(
        PackedMention(
          field: Int(what >> 6), start: last, end: last + Int(length), item: Int64(item), kind: kind,
          stance: stance, origin: Int64(origin)))
    }
    return true
  }

  private struct Reader {
    let bytes: UnsafeRawBufferPointer
    var position = 0

    mutating func next() -> UInt64? {
      var value: UInt64 = 0
      var shift: UInt64 = 0
      while position < bytes.count, shift < 63 {
        let byte = bytes[position]
        position += 1
        value |= UInt64(byte & 0x7F) << shift
        if byte < 0x80 { return value }
        shift += 7
      }
      return nil
    }
  }

  // Numbers stand in stores and are permanent.
  private static func number(_ kind: Mention.Kind) -> Int {
    switch kind {
    case .knowHow: 0
    case .knowledge: 1
    case .softSkill: 2
    case .tool: 3
    case .credential: 4
    case .diploma: 5
    case .language: 6
    }
  }

  private static func number(_ stance: Stance) -> Int {
    switch stance {
    case .mission: 0
    case .required: 1
    case .desired: 2
    case .provided: 3
    case .negated: 4
    case .boilerplate: 5
    }
  }

  private static let kinds: [Mention.Kind?] = (0..<8).map { place in
    Mention.Kind.allCases.first { number($0) == place }
  }
  private static let stances: [Stance?] = (0..<8).map { place in
    Stance.allCases.first { number($0) == place }
  }
}
