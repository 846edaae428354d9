import Foundation
import Taxonomy
import TestSupport
import Testing

/// The real referentials, read whole.
@Suite(.enabled(if: SharedData.isPresent)) struct SharedCertificationTests {
  @Test func fullTexts() throws {
    let path = SharedData.file("data/rncp/certifications_fulltext_reva.jsonl.gz").path
    let (certifications, findings) = try CertificationReader.read(path: path)
    #expect(certifications.count == 195)
    #expect(certifications.reduce(0) { $0 + $1.blocks.count } == 1_002)
    #expect(certifications.filter { !$0.occupations.isEmpty }.count == 30)
    #expect(findings.isEmpty)
    let sentences = certifications.flatMap(\.blocks).flatMap(\.sentences)
    #expect((4_000...5_500).contains(sentences.count))
    for sentence in sentences {
      #expect(!sentence.contains("Les modalités d"))
      #expect(sentence.first.map { !"-–•*·0123456789".contains($0) } == true, "\(sentence)")
    }
    let picker = try #require(certifications.first { $0.code.number == 34860 })
    #expect(picker.level == 3)
    #expect(picker.expiry?.description == "2025-07-28")
    #expect(picker.blocks.first?.sentences.count == 4)
  }

  /// The same register as lines and as tables: what both hold is the same.
  @Test func relationalTables() throws {
    let path = SharedData.file("data/rncp/reva-2025-09-04-csv.zip").path
    let (certifications, findings) = try CertificationReader.read(path: path)
    #expect(certifications.count == 243)
    #expect(certifications.count { !$0.blocks.isEmpty } == 195)
    #expect(certifications.reduce(0) { $0 + $1.blocks.count } == 1_002)
    #expect(Set(findings.map(\.code)) == ["CERTIF-007"])
    let lines = try CertificationReader.read(
      path: SharedData.file("data/rncp/certifications_fulltext_reva.jsonl.gz").path
    ).certifications
    let byCode = Dictionary(certifications.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    for line in lines {
      let own = try #require(byCode[line.code])
      #expect(own.title == line.title && own.shortTitle == line.shortTitle && own.level == line.level)
      #expect(own.type == line.type && own.expiry == line.expiry && own.context == line.context)
      #expect(Set(own.blocks.map(\.sentences)) == Set(line.blocks.map(\.sentences)), "\(line.code)")
    }
  }

  @Test func titlesOf2021() throws {
    let path = SharedData.file("data/rncp/certifications_2021_titles.jsonl.gz").path
    let (certifications, findings) = try CertificationReader.read(path: path)
    #expect(certifications.count == 17_369)
    #expect(Set(findings.map(\.code)) == ["CERTIF-006", "CERTIF-007", "CERTIF-008"])
    #expect(certifications.allSatisfy { $0.level != nil })
  }

  @Test func officialExport() throws {
    let path = SharedData.file("data/rncp/export-fiches-csv-2024-02-22.zip").path
    let (certifications, findings) = try CertificationReader.read(path: path)
    let extinguishers = try #require(certifications.first { $0.code.number == 509 })
    #expect(extinguishers.title == "Agent vérificateur d'appareils extincteurs")
    #expect(extinguishers.blocks.count == 6)
    #expect(extinguishers.occupations.map(\.value) == ["I1203"])
    #expect(extinguishers.formacodes == ["42872"])
    #expect(extinguishers.successors.map(\.description) == ["RNCP38228"])
    #expect(findings.allSatisfy { $0.severity != .failure })
  }
}
