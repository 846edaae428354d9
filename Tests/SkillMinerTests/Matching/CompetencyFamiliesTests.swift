import Taxonomy
import TestSupport
import Testing

@testable import SkillMiner

@Suite struct CompetencyFamiliesTests {
  @Test func everyItemStandsInExactlyOneFamily() throws {
    let lexicon = try EmbeddedEngine.shared.get().lexicon
    let families = lexicon.families
    let ids = families.ids
    #expect(ids == ids.sorted() && Set(ids).count == ids.count && families.count == ids.count)
    var owners: [OGRCode: String] = [:]
    for id in ids {
      let family = try #require(families[id])
      #expect(family.id == id)
      for code in family.codes { #expect(owners.updateValue(id, forKey: code) == nil) }
    }
    for (place, item) in lexicon.items.enumerated() {
      #expect(owners[item.code] == families.id(ofItem: place))
      #expect(lexicon.family(of: item.code) == owners[item.code])
    }
  }

  @Test func anItemAloneNamesItsFamily() throws {
    let lexicon = try EmbeddedEngine.shared.get().lexicon
    let families = lexicon.families
    let grouped = Set(families.grouped.map(\.id))
    let id = try #require(families.ids.first { !grouped.contains($0) })
    let family = try #require(families[id])
    let code = try #require(family.codes.first)
    let item = try #require(lexicon.release.competency(code))
    #expect(family.codes == [code] && id == "ogr-\(code)")
    #expect(family.label == item.label && family.kind == CompetencyFamily.Kind(item))
  }

  @Test func whatIsNoFamilyIsNone() throws {
    let families = try EmbeddedEngine.shared.get().lexicon.families
    let several = try #require(families.grouped.first { $0.id.hasPrefix("ogr-") && $0.codes.count > 1 })
    // A twin is found in its family, not beside it.
    let twin = try #require(several.codes.first { "ogr-\($0)" != several.id })
    for id in ["", "ogr-", "ogr-x", "ogr-2147483647", "ogr-0\(twin)", "ogr-\(twin)", "familles"] {
      #expect(families[id] == nil, "\(id)")
    }
    #expect(CompetencyFamilies().count == 0 && CompetencyFamilies()["ogr-1"] == nil)
  }

  /// A written family may be named as an item would be, and may name codes of another release.
  @Test func writtenFamiliesKeepTheirCodes() throws {
    let release = try EmbeddedTaxonomy.release()
    let known = try EmbeddedEngine.shared.get().lexicon.families
    let grouped = Set(known.grouped.flatMap(\.codes))
    let alone = release.competencies.filter { !grouped.contains($0.code) }
    let (first, second) = (try #require(alone.first), try #require(alone.last))
    let stranger = OGRCode(number: 999_999_999)
    var overlays = Overlays.none
    overlays.families = [
      CompetencyFamily(id: "paire", label: "Paire", kind: .knowHow, codes: [first.code, stranger]),
      CompetencyFamily(id: "ogr-\(second.code)", label: "Autre", kind: .knowHow, codes: [stranger]),
    ]
    let families = try Lexicon(release: release, overlays: overlays).families
    #expect(families.id(of: first.code) == "paire" && families.id(of: stranger) == "paire")
    #expect(families["paire"]?.label == "Paire" && families["ogr-\(first.code)"] == nil)
    // The item takes its name back.
    #expect(families["ogr-\(second.code)"]?.codes == [second.code])
    #expect(families.count == families.ids.count)
  }
}
