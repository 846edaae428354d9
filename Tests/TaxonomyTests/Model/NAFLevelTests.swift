import Taxonomy
import Testing

@Suite struct NAFLevelTests {
  @Test func everyDivisionStandsInOneSection() throws {
    let naf = try EmbeddedTaxonomy.naf()
    let sections = naf.codes(at: .section).map(\.code)
    #expect(sections.count == 21)
    let divisions = sections.flatMap { naf.divisions(ofSection: $0) ?? [] }
    #expect(divisions == naf.divisions.map(\.code))
    #expect(naf.divisions(ofSection: "g") == ["45", "46", "47"])
    #expect(naf.divisions(ofSection: "V") == nil && naf.divisions(ofSection: "47") == nil)
  }

  @Test func levelsThatWereReadAreListed() {
    let naf = NAFNomenclature(names: ["47": "Commerce", "471": "", "4711F": "Hypermarchés", "G": "Commerce"])
    #expect(naf.codes(at: .division).map(\.code) == ["47"])
    #expect(naf.codes(at: .group).map(\.name) == [""])
    #expect(naf.codes(at: .subclass).map(\.name) == ["Hypermarchés"] && naf.codes(at: .class).isEmpty)
    #expect(naf.codes(at: .section).first { $0.code == "G" }?.name == "Commerce")
  }
}
