import Foundation
import Taxonomy
import TestSupport
import Testing

/// The official releases, read whole.
@Suite(.enabled(if: SharedData.isPresent)) struct ROMEReleaseTests {
  @Test func release460() throws {
    let path = SharedData.file("data/rome/rome-v460-csv.zip").path
    let reading = try ROMEReader.reading(path: path)
    let release = reading.release
    #expect(release.name == "ROME 4.60")
    #expect(release.occupations.count == 1_584)
    #expect(release.appellations.count == 13_120)
    #expect(reading.counts["referentiel_competence"] == 18_317)
    #expect(reading.counts["referentiel_savoir"] == 15_354)
    #expect(release.competencies.count == 33_671)
    #expect(reading.counts["coherence_item"] == 104_219)
    // The other 13,663 point to working conditions, which are no competencies.
    #expect(release.links.count == 90_556)
    #expect(release.mobility.count == 14_912)
    #expect(release.sectors.count == 2_920)
    #expect(release.competencies.filter { $0.kind == .softSkill }.count == 16)
    #expect(release.competencies.filter { $0.kind == .macro }.count == 491)
    #expect(release.competencies.filter { $0.nature == .credential }.count == 3_223)
    #expect(release.competencies.filter { $0.nature == .software }.count == 662)
    #expect(release.competencies.filter { $0.nature == .language }.count == 82)
    let parent = try #require(ROMECode("N1103"))
    #expect(release.expand(parent).map(\.value) == ["N1103", "N1110", "N1113", "N1115", "N1116"])
    // Nothing but the file that is Latin-1 in spite of its name.
    #expect(reading.findings.map(\.code) == ["CSV-001"])
    #expect(reading.findings.first?.file.contains("arborescence_secteur_naf") == true)
  }

  @Test func release347() throws {
    let path = SharedData.file("data/rome/rome-v347-csv.zip").path
    let reading = try ROMEReader.reading(path: path)
    let release = reading.release
    #expect(release.name == "ROME 3.47")
    #expect(release.occupations.count == 531)
    // The card L1510 is not in the set: what points to it is set aside.
    #expect(reading.counts["referentiel_appellation"] == 10_990)
    #expect(release.appellations.count == 10_968)
    #expect(release.competencies.count == 4_947)
    #expect(release.links.count == 12_055)
    #expect(release.occupations.allSatisfy { $0.parent == $0.code })
    #expect(release.competencies.contains { $0.label == "Logiciels de conduite d'installation" })
    #expect(release.competencies.filter { $0.nature == .credential }.count == 94)
    #expect(reading.findings.contains { $0.code == "ROME-010" })
    #expect(reading.findings.contains { $0.code == "ROME-008" && $0.line == nil })
  }

  @Test func aFolderAndAZipAreTheSameRelease() throws {
    let path = SharedData.file("data/rome/rome-v347-csv.zip").path
    var files: [(name: String, bytes: [UInt8])] = []
    try InputArchive.forEachMember(of: path) {
      files.append((name: $0.baseName, bytes: try $0.readAll(limit: 1 << 26)))
    }
    let fromZip = try ROMEReader.read(path: path).release
    let fromBytes = try ROMEReader.reading(files: files.reversed()).release
    #expect(fromZip.digest == fromBytes.digest)
    #expect(fromZip.links == fromBytes.links)
  }
}
