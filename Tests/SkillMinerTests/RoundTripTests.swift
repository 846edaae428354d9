import Foundation
import Taxonomy
import TestSupport
import Testing

@testable import SkillMiner

/// What our own formats write is what they read: nothing is lost on the way out and back. Those not here have such a test
/// of their own: lexicon decisions, column mappings, tables of releases and crosswalks, cubes, archives, backups.
@Suite struct RoundTripTests {
  /// Texts that have undone a format before.
  private static let nasty = [
    "=1+1", "-5 °C", "@ici", "guillemet \" et ; virgule, point", "ligne\nsuivante", "'apostrophe",
    "é — « œ »",
  ]

  private func reader() throws -> FieldSignalReader {
    try FieldSignalReader(
      extractor: try EmbeddedEngine.shared.get().extractor,
      territories: [Territory(level: .department, code: "67", name: "Bas-Rhin")])
  }

  @Test(arguments: nasty) func fieldSignalsComeBack(_ words: String) throws {
    let header = FieldSignalColumns.allCases.map(\.rawValue).joined(separator: ";")
    func quoted(_ text: String) -> String { "\"" + text.replacing("\"", with: "\"\"") + "\"" }
    let text =
      "\(header)\n2026-11-03;\(quoted(words));Branche;47;departement;67;D1106;RNCP37098;caces-r489;\(quoted(words));manque;12\n"
      + "2026-11-04;;;;;;;;;\(quoted("Tenue de caisse, " + words));hausse;\n"
    let first = try reader().read(bytes: Array(text.utf8), name: "a.csv")
    #expect(first.quarantined.isEmpty && first.signals.count == 2)
    let moment = try #require(AuditMoment("2026-11-21T10:00:00Z"))
    let kept = first.signals.map {
      KeptFieldSignal(signal: $0, origin: "a.csv", who: "A", when: moment, withdrawn: nil)
    }
    let second = try reader().read(bytes: Array(FieldSignalsReport.csv(kept).utf8), name: "b.csv")
    #expect(second.quarantined.isEmpty)
    #expect(second.signals == first.signals)
  }

  @Test func learnedFormsComeBack() throws {
    let head = "phrase,code,kind,source,authority\n"
    let rows = Self.nasty.enumerated().map { place, text in
      "\"forme \(text.replacing("\"", with: "\"\""))\",\(100 + place),know-how,accepted,\"\(text.replacing("\"", with: "\"\""))\"\n"
    }
    let first = try LearnedForms(text: head + rows.joined(), name: "a.csv")
    #expect(first.forms.count == Self.nasty.count)
    let second = try LearnedForms(text: first.text, name: "b.csv")
    #expect(second.forms == first.forms)
    #expect(second.text == first.text)
  }

  @Test func familiesComeBack() throws {
    let written = [
      CompetencyFamily(
        id: "tenue", label: "Tenue « de caisse », = vente", kind: .knowHow,
        codes: [OGRCode(number: 101), OGRCode(number: 202)])
    ]
    let lexicon = try EmbeddedEngine.shared.get().extractor.lexicon
    let text = try FamiliesFile.text(lexicon, written: written)
    let read = try FamiliesFile.families(text: text, name: "familles.csv")
    #expect(read.first == written[0])
    let automatic = lexicon.families.values.filter { $0.codes.count > 1 && $0.id != "tenue" }
    #expect(read.count == automatic.count + 1)
    for family in automatic { #expect(read.contains(family)) }
  }
}
