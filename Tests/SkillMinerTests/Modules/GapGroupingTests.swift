import Testing

@testable import SkillMiner

@Suite struct GapGroupingTests {
  @Test func whatIsAskedForTogetherStandsTogether() {
    let a = Array(0..<20)
    let b = Array(0..<18)
    let c = Array(50..<70)
    let d = Array(52..<71)
    let groups = GapGrouping.groups(incidence: [a, c, b, d], total: 100, threshold: 0.15, maximumSize: 6)
    #expect(groups == [[0, 2], [1, 3]])
  }

  @Test func independentGapsStandAlone() {
    let even = stride(from: 0, to: 100, by: 2).map { $0 }
    let low = Array(0..<50)
    let groups = GapGrouping.groups(incidence: [even, low], total: 100, threshold: 0.15, maximumSize: 6)
    #expect(groups == [[0], [1]])
  }

  @Test func noModuleIsLargerThanAllowed() {
    let same = [[Int]](repeating: Array(0..<10), count: 7)
    let groups = GapGrouping.groups(incidence: same, total: 100, threshold: 0.15, maximumSize: 3)
    #expect(groups.allSatisfy { $0.count <= 3 })
    #expect(groups.flatMap { $0 }.sorted() == Array(0..<7))
    #expect(GapGrouping.groups(incidence: [], total: 0, threshold: 0.15, maximumSize: 6).isEmpty)
  }
}
