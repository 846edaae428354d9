import Taxonomy
import Testing

@testable import SkillMiner

@Suite struct ItemGuardTests {
  private static let code = OGRCode(number: 123773)

  @Test func guardsAreReadOrRefused() throws {
    let record = try #require(ItemGuard(code: Self.code, "needs:relève|Consignes without:client"))
    #expect(record.needs == ["releve", "consignes"] && record.without == ["client"])
    #expect(ItemGuard(code: Self.code, "") == nil)
    #expect(ItemGuard(code: Self.code, "domain:M18") == nil)
    #expect(ItemGuard(code: Self.code, "needs:") == nil)
  }

  @Test func aStretchIsAdmittedByItsWords() throws {
    var bases = Interner()
    let written = [
      try #require(ItemGuard(code: Self.code, "needs:consignes without:client")),
      try #require(ItemGuard(code: OGRCode(number: 9), "needs:autre")),
    ]
    let guards = ItemGuards(written, itemOfCode: [Self.code: 1], itemCount: 2) {
      bases.intern(Inflection.base($0))
    }
    #expect(guards.placeOfItem[0] == -1 && guards.placeOfItem[1] == 0)
    func admits(_ words: [String]) -> Bool {
      words.map { bases.id(Inflection.base($0)) }.withUnsafeBufferPointer { guards.admits(0, $0) }
    }
    #expect(admits(["poste", "consigne"]))
    #expect(!admits(["prise", "poste"]))
    #expect(!admits(["consignes", "clients"]))
  }
}
