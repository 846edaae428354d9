import SkillMiner
import Testing

@Suite struct BenjaminiHochbergTests {
  /// The example of Benjamini and Hochberg (1995, section 3.2): at 5 % the first four of fifteen are rejected.
  @Test func publishedExample() {
    let p = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
      0.7590, 1.0000,
    ]
    let q = BenjaminiHochberg.qValues(p)
    #expect(q.map { $0 <= 0.05 } == [true, true, true, true] + [Bool](repeating: false, count: 11))
    #expect(abs(q[0] - 0.0015) < 1e-12)
    #expect(abs(q[3] - 0.035625) < 1e-12)
    #expect(q[14] == 1)
  }

  @Test func keepsTheOrderGiven() {
    #expect(BenjaminiHochberg.qValues([0.5, 0.01]) == [0.5, 0.02])
    #expect(BenjaminiHochberg.qValues([]).isEmpty)
    #expect(BenjaminiHochberg.qValues([2, -1]) == [1, 0])
  }
}
