import SkillMiner
import Taxonomy
import Testing

@testable import miner_daemon

@Suite struct CubeTextTests {
  private func fact() throws -> OfferFact {
    var fact = OfferFact(
      key: OfferFact.Key(source: "flux « a »", identifier: "1\u{2028}\"é"),
      fingerprint: (0..<32).map { UInt8($0 * 8) })
    fact.created = CalendarDate("2025-03-01")
    fact.updated = CalendarDate("2025-04-02")
    fact.occupations = [
      OfferOccupation(code: try #require(ROMECode("M1805")), origin: .expanded),
      OfferOccupation(code: try #require(ROMECode("N1103")), origin: .expanded),
    ]
    fact.naf = "62.01Z"
    fact.contract = "CDI"
    fact.employer = "#0123456789abcdef0123"
    fact.places = [
      OfferFact.Place(
        declared: DeclaredPlace(
          label: "67 - ERSTEIN", postcode: nil, commune: "67130", latitude: 48.4251, longitude: -0.5),
        resolved: ResolvedPlace(codes: [.department: "67", .region: "44"], resolution: .communeCode)),
      OfferFact.Place(
        declared: DeclaredPlace(label: nil, postcode: "75001", commune: nil),
        resolved: ResolvedPlace(codes: [:], resolution: nil)),
    ]
    fact.readings = [
      OfferFact.Reading(family: "java", code: OGRCode("12"), kind: .tool, stance: .required),
      OfferFact.Reading(family: nil, code: nil, kind: .knowHow, stance: .negated),
    ]
    fact.kept = OfferFact.Key(source: "flux", identifier: "0")
    return fact
  }

  @Test func factsSurviveTheJourney() throws {
    let fact = try fact()
    #expect(FactParser.fact(Array(CubeText.line(fact).utf8)) == fact)
    let bare = OfferFact(
      key: OfferFact.Key(source: "a", identifier: "b"), fingerprint: .init(repeating: 0, count: 32))
    #expect(FactParser.fact(Array(CubeText.line(bare).utf8)) == bare)
  }

  @Test(arguments: [
    ("\"source\":\"flux « a »\"", "\"source\":\"\""), ("\"id\":", "\"ident\":"), ("0008", "08"),
    ("0008", "zz08"),
    ("2025-03-01", "2025-13-01"), ("[\"M1805\",\"expanded\"]", "[\"M1805\"]"), ("M1805", "XX"),
    ("\"naf\":\"62.01Z\"", "\"naf\":62"), ("\"employer\":\"#", "\"employer\":\""), ("48.4251", "\"nord\""),
    ("commune-code", "par hasard"), (",\"67\",\"44\"]", ",\"67\"]"), ("\"required\"", "\"demandé\""),
    ("\"tool\",12", "\"tool\",-12"), ("\"tool\",12", "\"tool\""), ("\"kept\":[\"flux\",", "\"kept\":["),
    ("{", "["),
  ])
  func whatIsNoWholeFactIsNone(part: String, instead: String) throws {
    let line = CubeText.line(try fact())
    let spoilt = line.replacing(part, with: instead, maxReplacements: 1)
    #expect(spoilt != line)
    #expect(FactParser.fact(Array(spoilt.utf8)) == nil)
  }
}
