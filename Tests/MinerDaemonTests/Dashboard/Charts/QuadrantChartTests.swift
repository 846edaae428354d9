import Testing

@testable import miner_daemon

@Suite struct QuadrantChartTests {
  @Test func anAxisHasSeveralRoundShares() {
    #expect(QuadrantChart.ticks(from: 0.012, to: 0.15) == [0.02, 0.05, 0.1])
    // From 23 % to 39 %: the coarse steps have none.
    let fine = QuadrantChart.ticks(from: 0.19, to: 0.39)
    #expect(fine.map { ($0 * 1000).rounded() } == [200, 250, 300])
    #expect(QuadrantChart.ticks(from: 0.001, to: 1).count == 10)
  }
}
