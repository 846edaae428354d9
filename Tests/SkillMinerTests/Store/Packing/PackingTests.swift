import Foundation
import TestSupport
import Testing

@testable import SkillMiner

@Suite struct PackingTests {
  private func mentions(_ random: inout SeededGenerator) -> [PackedMention] {
    (0..<Int(random.next() % 40)).map { _ in
      let start = Int(random.next() % 100_000)
      return PackedMention(
        field: Int(random.next() % 2), start: start, end: start + Int(random.next() % 200),
        item: Int64(random.next() % 70_000),
        kind: Mention.Kind.allCases[Int(random.next() % 7)],
        stance: Stance.allCases[Int(random.next() % 6)], origin: Int64(random.next() % 400))
    }
  }

  private func unpacked(_ pack: Data) -> (isWhole: Bool, mentions: [PackedMention]) {
    var mentions: [PackedMention] = []
    let isWhole = pack.withUnsafeBytes { bytes in MentionPack.decode(bytes) { mentions.append($0) } }
    return (isWhole, mentions)
  }

  @Test func mentionsComeBackAsTheyWere() {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<500 {
      let mentions = mentions(&random)
      let (isWhole, back) = unpacked(MentionPack.encode(mentions))
      #expect(isWhole && back == mentions)
    }
  }

  @Test func damagedMentionsAreRefusedAndNeverTrap() {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<2000 {
      var pack = MentionPack.encode(mentions(&random))
      for _ in 0..<3 where !pack.isEmpty {
        pack[Int(random.next() % UInt64(pack.count))] = UInt8(truncatingIfNeeded: random.next())
      }
      _ = unpacked(pack)
    }
    #expect(!unpacked(Data([0x80])).isWhole)
    #expect(!unpacked(Data(repeating: 0xFF, count: 40)).isWhole)
    #expect(!unpacked(MentionPack.encode([mentions(&random)].joined()).dropLast(1) + [0x80]).isWhole)
  }

  private let texts = (0..<1500).map { number in
    "Vous assurez la préparation des commandes n° \(number), le contrôle des quais et la tenue du stock \(number % 17)."
  }

  @Test func textsComeBackWithAndWithoutADictionary() throws {
    let codec = TextCodec()
    for text in ["", "é", texts[0], String(repeating: "a", count: 200_000)] {
      #expect(try codec.unpack(codec.pack(text)) == text)
    }
    let plain = codec.pack(texts[1])
    let bytes = try #require(ZstdDictionary.trained(on: texts.map { Array($0.utf8) }))
    #expect(ZstdDictionary.trained(on: texts.map { Array($0.utf8) }) == bytes)
    let dictionary: ZstdDictionary = try #require(ZstdDictionary(bytes: bytes))
    codec.use(dictionary)
    let packed = codec.pack(texts[2])
    #expect(packed.count < plain.count)
    #expect(try codec.unpack(packed) == texts[2])
    #expect(try codec.unpack(plain) == texts[1])
    // Another connection finds the dictionary by its number; one that cannot says so.
    #expect(try TextCodec(load: { _ in bytes }).unpack(packed) == texts[2])
    #expect(throws: TextCodecError.self) { try TextCodec().unpack(packed) }
  }

  @Test func damagedTextsAreRefused() throws {
    let codec = TextCodec()
    let packed = codec.pack(texts.joined())
    #expect(throws: TextCodecError.self) { try codec.unpack(Data()) }
    #expect(throws: TextCodecError.self) { try codec.unpack(packed.prefix(packed.count / 2)) }
    #expect(throws: TextCodecError.self) { try codec.unpack(Data("pas une trame".utf8)) }
  }
}
