import Taxonomy
import Testing

@testable import SkillMiner

@Suite struct ScopeMemoryTests {
  private func scope(_ month: Int) -> PageScope { PageScope(months: month...month) }

  @Test func theLatestStayAndThoseMadeToStay() {
    let memory = ScopeMemory<Int>(limit: 3)
    _ = memory.value(scope(100), stays: true) { 100 }
    for month in 0..<5 { _ = memory.value(scope(month)) { month } }
    #expect(memory.known(scope(100)) == 100)
    #expect(memory.known(scope(0)) == nil)
    #expect(memory.known(scope(1)) == nil)
    #expect((2..<5).allSatisfy { memory.known(scope($0)) == $0 })
    // What is known is not made again.
    #expect(memory.value(scope(4)) { -1 } == 4)
    #expect(memory.value(scope(0)) { 7 } == 7)
  }
}
