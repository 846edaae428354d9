import Taxonomy
import Testing

@testable import SkillMiner

/// Whatever bytes come, nothing crashes, and fast paths agree with slow ones.
@Suite struct FuzzTests {
  private static let texts = [
    "Vous assurez l’accueil, le suivi et 3,5 visites.Vous aimez C++, .NET et node.js ? salarié·e·s (H/F)",
    "• Bac +2\r\n\u{2028}mot\u{202F}: «\u{A0}été\u{A0}» 👩🏽‍🔧🇫🇷 e\u{301}\u{AD}x ﬁ Ǆ ½ 漢字 ไทย עִבְרִית ａｂ",
  ].map { Array($0.utf8) }

  @Test func segmenterAndFolding() throws {
    var fuzzer = Fuzzer(Self.texts)
    let (fast, slow) = (try WordBreaker(), try WordBreaker(table: nil))
    let analyzer = try Analyzer(vocabulary: Analyzer(synonyms: []).vocabulary)
    let rounds = Fuzzer.rounds(20_000)
    for round in 0..<rounds {
      let bytes = fuzzer.next()
      // Half of the rounds as text, half as bare units, lone surrogates and all.
      let units =
        round % 2 == 0
        ? Array(String(decoding: bytes, as: UTF8.self).utf16)
        : stride(from: 0, to: bytes.count - 1, by: 2).map { UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]) }
      var (found, wanted): ([Int], [Int]) = ([], [])
      units.withUnsafeBufferPointer { buffer in
        fast.forEachSegment(buffer) { _, end, isWord in found.append(isWord ? -end : end) }
        slow.forEachSegment(buffer) { _, end, isWord in wanted.append(isWord ? -end : end) }
        var last: Int32 = 0
        for token in analyzer.analyse(buffer) {
          if token.start < last || token.end < token.start || Int(token.end) > buffer.count {
            Issue.record("seed \(fuzzer.seed), round \(round): tokens out of order")
          }
          last = token.start
        }
      }
      #expect(found == wanted, "seed \(fuzzer.seed), round \(round)")
      let folded = Folding.fold(units)
      if !units.contains(where: { $0 >= 0x180 }) {
        #expect(folded == units.flatMap { Folding.foldByICU([$0]) }, "seed \(fuzzer.seed), round \(round)")
      }
    }
    print("segmenter and folding: \(rounds) rounds, seed \(fuzzer.seed)")
  }

  @Test func trieImage() {
    var builder = TrieBuilder()
    for value in 0..<40 { builder.insert([Int32(value % 5), Int32(value % 3), 7], value: Int32(value)) }
    let trie = builder.frozen()
    var fuzzer = Fuzzer([TrieImage.bytes(of: trie, fingerprint: "f")])
    let rounds = Fuzzer.rounds(20_000)
    let original = TrieImage.bytes(of: trie, fingerprint: "f")
    for round in 0..<rounds {
      let bytes = fuzzer.next()
      let storage = TrieStorage(count: bytes.count) { base in
        for (index, byte) in bytes.enumerated() {
          base.storeBytes(of: byte, toByteOffset: index, as: UInt8.self)
        }
      }
      if bytes != original {
        #expect(throws: ReadingError.self, "seed \(fuzzer.seed), round \(round)") {
          try TrieImage.check(storage, "image", fingerprint: "f")
        }
      }
    }
    print("trie image: \(rounds) rounds, seed \(fuzzer.seed)")
  }

  @Test func offerReaders() throws {
    let corpus = [
      #"{"id":"1","title":"Cariste","description":"CACES R489 «é»","date_created":"2024-01-02T03:04:05Z"}"#
        + "\n",
      #"{"resultats":[{"id":"2","intitule":"Aide","description":"x\n\u00e9\ud83d\ude00","romeCode":"K1304"}]}"#,
      "id;title;description;date\n3;Maçon;\"monter; des murs\";2024-05-06\n",
      "[{\"id\":4},{\"title\":\"x\"}]",
    ].map { Array($0.utf8) }
    var fuzzer = Fuzzer(corpus)
    let reader = OfferReader(today: try #require(CalendarDate("2025-06-15")))
    let rounds = Fuzzer.rounds(4000)
    var refused = 0
    for round in 0..<rounds {
      let bytes = fuzzer.next()
      var position = 0
      let member = InputMember(name: "fuzz") { buffer in
        let n = min(buffer.count, bytes.count - position)
        bytes.withUnsafeBytes { buffer.copyMemory(from: .init(rebasing: $0[position..<position + n])) }
        position += n
        return n
      }
      var records = 0
      do {
        let summary = try reader.read(member) { _ in records += 1 }
        #expect(summary.read == records, "seed \(fuzzer.seed), round \(round)")
      } catch is ReadingError {
        refused += 1
      }
    }
    print("offer readers: \(rounds) rounds, \(refused) inputs refused, seed \(fuzzer.seed)")
  }
}
