import Foundation
import Taxonomy
import TestSupport
import Testing

@testable import SkillMiner

/// What our own formats write is what they read: nothing is lost on the way out and back. Those not here have such a test
/// beside what they belong to: lexicon decisions and proposals, column mappings, tables of releases and crosswalks, forum
/// sheets, the log of the review and frozen portfolios, the weights of the linker, tries, cubes, archives, backups.
@Suite struct RoundTripTests {
  /// Texts that have undone a format before.
  static let nasty = [
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

  @Test func weightsComeBack() throws {
    let model = try Overlays.embedded().model
    let read = try LinkerModel(csv: model.csv)
    #expect(read.csv == model.csv)
    #expect(read.spans.count == model.spans.count && read.accept.count == model.accept.count)
    for (a, b) in zip(read.spans + read.items + read.accept, model.spans + model.items + model.accept) {
      #expect(abs(a - b) <= 0.000_051)
    }
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
    let automatic = lexicon.families.grouped.filter { $0.codes.count > 1 && $0.id != "tenue" }
    #expect(read.count == automatic.count + 1)
    for family in automatic { #expect(read.contains(family)) }
  }
}
