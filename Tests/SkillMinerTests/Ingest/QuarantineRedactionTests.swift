import Testing

@testable import SkillMiner

@Suite struct QuarantineRedactionTests {
  @Test func contactDataIsTakenOutOfRawRecords() {
    let raw = Array("{\"description\":\"Écrire à jean.martin@exemple.fr ou 06 12 34 56 78\"".utf8)
    let kept = String(decoding: QuarantineRedaction.redact(raw), as: UTF8.self)
    #expect(kept.hasPrefix("{\"description\":\"Écrire à "))
    #expect(!kept.contains("exemple.fr") && !kept.contains("34 56"))
  }

  @Test func recordsWithoutContactDataStayByteForByte() {
    for raw: [UInt8] in [Array("{\"id\":\"1\",".utf8), [0xE9, 0x74, 0xE9, 0x00, 0xFF], []] {
      #expect(QuarantineRedaction.redact(raw) == raw)
    }
  }
}
