import Taxonomy
import Testing

@testable import SkillMiner

@Suite struct OccupationResolverTests {
  private let n1103 = StoreFixtures.rome("N1103")
  private let n1110 = StoreFixtures.rome("N1110")
  private let m1805 = StoreFixtures.rome("M1805")

  private func resolver() throws -> OccupationResolver {
    try ReadingEngine(release: StoreFixtures.release(), overlays: .none).occupations
  }

  @Test func anUnchangedCodeStandsForItself() throws {
    let found = try resolver().declared(m1805, label: nil, appellation: nil, title: "Titre")
    #expect(found == [OfferOccupation(code: m1805, origin: .declared)])
  }

  @Test func anOldCodeStandsForAllItsDescendants() throws {
    let found = try resolver().declared(n1103, label: "Magasinage", appellation: nil, title: "Zzz")
    #expect(Set(found.map(\.code)) == [n1103, n1110])
    #expect(found.allSatisfy { $0.origin == .expanded })
  }

  @Test func theAppellationDecidesBetweenDescendants() throws {
    let found = try resolver().declared(
      n1103, label: nil, appellation: "GESTIONNAIRE DE STOCK", title: "Titre")
    #expect(found == [OfferOccupation(code: n1110, origin: .declared)])
  }

  @Test func theLabelOfTheReleaseTellsANewCode() throws {
    let found = try resolver().declared(
      n1103, label: "Preparation de Commandes", appellation: nil, title: "Titre")
    #expect(found == [OfferOccupation(code: n1103, origin: .declared)])
  }

  @Test func anUnknownCodeOrNoneGivesNothing() throws {
    #expect(
      try resolver().declared(StoreFixtures.rome("A1101"), label: nil, appellation: nil, title: "x").isEmpty)
    #expect(try resolver().declared(nil, label: nil, appellation: nil, title: "x").isEmpty)
  }

  @Test func namesOfAnEmployerAreOneKey() {
    #expect(
      PlainKey.employer("DUPONT & Fils SARL")
        == PlainKey.employer("Dupont et fils")?.replacing(" et", with: ""))
    #expect(PlainKey.employer("Société Générale") == PlainKey.employer("SOCIETE GENERALE SA"))
    #expect(PlainKey.employer("Confidentiel") == nil)
    #expect(PlainKey.employer("SAS") == nil && PlainKey.employer(nil) == nil && PlainKey.employer(" ") == nil)
  }
}
