/// The stratified test of a change that lets offers of one employer go together.
///
/// The score is that of Mantel and Haenszel (or, with periods as scores, of Mantel's extension of Cochran and Armitage,
/// 1963): T = Σ (xᵢ − x̄ₛ)(yᵢ − p̄ₛ). Its variance is the sum of squares over employers, as in the generalised score test
/// for clusters (Boos 1992), which is what makes one employer who floods a window weigh one observation. The reference
/// distribution is Student's with the degrees of freedom of Satterthwaite (1946), twice the square of the variance over
/// the variance of that variance, estimated by 2 (Σu²)²/Σu⁴: few employers, little certainty.
public struct ClusteredScoreTest: Hashable, Sendable {
  /// T.
  public let score: Double
  /// Variance of T were offers independent (hypergeometric).
  public let independentVariance: Double
  /// Variance of T over employers.
  public let clusteredVariance: Double
  /// Degrees of freedom.
  public let degrees: Double
  /// Employers that weigh on the variance.
  public let clusters: Int

  /// How much employers widen the variance of this very contrast; never below 1.
  public var overdispersion: Double {
    independentVariance > 0 ? max(1, clusteredVariance / independentVariance) : 1
  }
  /// T in standard errors.
  public var statistic: Double { statistic(overdispersion: overdispersion) }
  /// Two-sided p-value; 1 when nothing can be compared.
  public var p: Double {
    independentVariance > 0 ? StudentDistribution.twoSidedP(statistic, degrees: degrees) : 1
  }

  /// T in standard errors with a given overdispersion.
  public func statistic(overdispersion: Double) -> Double {
    independentVariance > 0 ? score / (independentVariance * overdispersion).squareRoot() : 0
  }

  /// Evaluates families one after the other on one design, with scratch memory of its own; one a thread.
  public struct Evaluator {
    private let design: StratifiedDesign
    private var influence: [Double]
    private var isTouched: [Bool]
    private var touched: [Int32] = []
    private var yes: [Int]
    private var active: [Int32] = []

    /// Makes an evaluator of a design.
    public init(_ design: StratifiedDesign) {
      self.design = design
      influence = [Double](repeating: 0, count: design.clusterCount)
      isTouched = [Bool](repeating: false, count: design.clusterCount)
      yes = [Int](repeating: 0, count: design.sizes.count)
    }

    /// The test of one family.
    ///
    /// - Parameter asking: offers that ask for it, as places in the design, each once.
    public mutating func test(_ asking: some Sequence<Int32>) -> ClusteredScoreTest {
      var score = 0.0
      for offer in asking {
        let s = Int(design.stratum[Int(offer)])
        guard design.squares[s] > 0 else { continue }
        if yes[s] == 0 { active.append(Int32(s)) }
        yes[s] += 1
        let x = design.centred[Int(offer)]
        score += x
        add(x, to: design.cluster[Int(offer)])
      }
      var independent = 0.0
      // Sums of fractions depend on their order: strata in the order of their numbers, whatever the order of offers.
      active.sort()
      for stratum in active {
        let s = Int(stratum)
        let n = Double(design.sizes[s])
        let m = Double(yes[s])
        independent += m * (n - m) / (n * (n - 1)) * design.squares[s]
        let share = m / n
        for pair in design.pairs[design.starts[s]..<design.starts[s + 1]] {
          add(-share * pair.centred, to: pair.cluster)
        }
        yes[s] = 0
      }
      active.removeAll(keepingCapacity: true)
      return finish(score: score, independent: independent)
    }

    private mutating func add(_ x: Double, to cluster: Int32) {
      let c = Int(cluster)
      if !isTouched[c] {
        isTouched[c] = true
        touched.append(cluster)
      }
      influence[c] += x
    }

    private mutating func finish(score: Double, independent: Double) -> ClusteredScoreTest {
      var second = 0.0
      var fourth = 0.0
      let k = touched.count
      touched.sort()
      for cluster in touched {
        let square = influence[Int(cluster)] * influence[Int(cluster)]
        second += square
        fourth += square * square
        influence[Int(cluster)] = 0
        isTouched[Int(cluster)] = false
      }
      touched.removeAll(keepingCapacity: true)
      let effective = fourth > 0 ? second * second / fourth : 0
      return ClusteredScoreTest(
        score: score, independentVariance: independent,
        clusteredVariance: k > 1 ? second * Double(k) / Double(k - 1) : second,
        degrees: max(1, 2 * effective), clusters: k)
    }
  }
}
