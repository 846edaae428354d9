import Taxonomy
import TestSupport
import Testing

@testable import SkillMiner

/// Communes are decided on when somebody asks for one: the same whoever asks first, and safe with what they add up to.
@Suite struct CommuneSecrecyTests {
  private static let seeds = Array<UInt64>(1...6)

  @Test(arguments: seeds) func whoAsksFirstChangesNothing(seed: UInt64) throws {
    let world = try SecrecyWorld(seed: seed)
    let keys = [nil] + world.families.map { world.whole.facts.familyPlaces[$0] }
    let questions = scopes(world).flatMap { scope in keys.map { (scope, $0) } }
    let forward = world.published
    let backward = Observatory(world.whole, for: .published)
    let answers = questions.map { forward.hides($0.1, in: $0.0) }
    let others = questions.reversed().map { backward.hides($0.1, in: $0.0) }
    #expect(answers == others.reversed())
    // A commune that nobody asked about before.
    for (question, answer) in zip(questions, answers) {
      #expect(Observatory(world.whole, for: .published).hides(question.1, in: question.0) == answer)
    }
    #expect(answers.contains(true) && answers.contains(false))
  }

  @Test(arguments: seeds) func noHiddenCommuneFollowsFromShownSums(seed: UInt64) throws {
    let world = try SecrecyWorld(seed: seed)
    let windows = try #require(world.published.windows)
    let before = try #require(world.published.facts.months).lowerBound...(windows.reference.lowerBound - 1)
    let periods = [before, windows.reference, windows.recent]
    for family in [nil] + world.families.map({ world.published.facts.familyPlaces[$0] }) {
      for department in SecrecyWorld.departments {
        let parts = SecrecyWorld.communes(of: department).map { SecrecyWorld.territory(.commune, $0) }
        var unknowns: [PageScope: Int] = [:]
        for cell in parts.flatMap({ part in periods.map { part.during($0) } }) {
          let isHidden = world.published.hides(family, in: cell)
          #expect(isHidden || !SecrecyRules().isSecret(world.whole.cell(family, cell)))
          if isHidden { unknowns[cell] = unknowns.count }
        }
        var deduction = Deduction(unknowns: unknowns.count)
        let whole = SecrecyWorld.territory(.department, department)
        for (scope, parts) in [(whole, parts)] + parts.map({ ($0, [$0]) }) {
          for period in periods where !world.published.hides(family, in: scope.during(period)) {
            deduction.know(sumOf: parts.compactMap { unknowns[$0.during(period)] })
          }
          if !world.published.hides(family, in: scope) {
            deduction.know(sumOf: parts.flatMap { part in periods.compactMap { unknowns[part.during($0)] } })
          }
        }
        let told = Set(deduction.determined)
        for (cell, place) in unknowns where told.contains(place) {
          #expect(world.whole.cell(family, cell).offers == 0, "\(family ?? -1): \(cell)")
        }
      }
    }
  }

  private func scopes(_ world: SecrecyWorld) -> [PageScope] {
    SecrecyWorld.departments.flatMap { department in
      SecrecyWorld.communes(of: department).flatMap { code -> [PageScope] in
        let scope = SecrecyWorld.territory(.commune, code)
        return [scope] + [world.published.windows?.recent].compactMap { $0 }.map { scope.during($0) }
      }
    }
  }
}
