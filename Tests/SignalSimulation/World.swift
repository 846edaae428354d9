import Foundation
import SkillMiner

/// One simulated set of offers: where each stands, and who asks for which family.
struct World {
  static let occupations = 8
  static let months = 12

  var isRecent: [Bool] = []
  var month: [Int32] = []
  var occupation: [Int32] = []
  var source: [Int32] = []
  var employer: [Int32] = []
  /// Offers with equal numbers are recognised as one text.
  var text: [Int32] = []
  /// Asking offers of each family, ascending.
  var asking: [[Int32]] = []
  /// Ratio of shares planted in each family; 1 where nothing changed.
  let planted: [Double]

  init(plan: Plan, seed: UInt64) {
    var draws = Draws(seed: seed)
    planted = (0..<plan.families).map { family in
      guard family % plan.changedEvery == 0 else { return 1 }
      return plan.bothWays && family / plan.changedEvery % 2 == 1 ? 1 / plan.effect : plan.effect
    }
    let mixes = Self.mixes(plan, &draws)
    var weight = (squares: 0.0, total: 0.0)
    for recent in [false, true] {
      let volumes = (0..<Self.months).map { _ in plan.scenario.has(.season) ? draws.lognormal(0.6) : 1 }
      var posted = 0
      while posted < plan.offers {
        let size = min(plan.offers - posted, 40, Int(1 / pow(max(draws.uniform(), 1e-6), 0.75)))
        weight.squares += Double(size * size)
        weight.total += Double(size)
        let source = Int32(draws.choice(mixes.sources[recent ? 1 : 0]))
        let trades = [
          draws.choice(mixes.occupations[recent ? 1 : 0]), draws.choice(mixes.occupations[recent ? 1 : 0]),
        ]
        let employer = (self.employer.last ?? -1) + 1
        for _ in 0..<size {
          add(
            recent, draws.choice(volumes), trades[draws.below(2)], source, employer,
            copies: plan.scenario.has(.reposts) ? Self.copies(&draws) : 1, &draws)
        }
        posted += size
      }
    }
    let flooder = plan.scenario.has(.flood) ? (employer.last ?? -1) + 1 : -1
    if flooder >= 0 {
      for _ in 0..<300 { add(true, draws.below(Self.months), 0, 0, flooder, copies: 1, &draws) }
    }
    // Two offers of one employer share a template with probability c²; c² (Σn²/Σn − 1) = φ − 1.
    let clumping = ((plan.overdispersion - 1) / max(1, weight.squares / weight.total - 1)).squareRoot()
    ask(plan, clumping: min(1, clumping), flooder: flooder, &draws)
  }

  /// Weights of sources and occupations in the reference and the recent window.
  private static func mixes(_ plan: Plan, _ draws: inout Draws) -> (
    sources: [[Double]], occupations: [[Double]]
  ) {
    let base = (0..<occupations).map { _ in draws.lognormal(0.5) }
    let moved = base.enumerated().map { $1 * ($0 % 2 == 0 ? 3 : 1) }
    let sources: [[Double]] =
      plan.scenario.has(.sourceBreak)
      ? [[0.6, 0.4, 0], [0.45, 0.05, 0.5]] : [[0.6, 0.4, 0], [0.6, 0.4, 0]]
    return (sources, [base, plan.scenario.has(.mix) ? moved : base])
  }

  private static func copies(_ draws: inout Draws) -> Int {
    var copies = 1
    while copies < 6, draws.uniform() < 0.5 { copies += 1 }
    return copies
  }

  private mutating func add(
    _ recent: Bool, _ month: Int, _ occupation: Int, _ source: Int32, _ employer: Int32, copies: Int,
    _ draws: inout Draws
  ) {
    let first = Int32(isRecent.count)
    for copy in 0..<copies {
      isRecent.append(recent)
      self.month.append(Int32(min(Self.months - 1, month + copy)))
      self.occupation.append(Int32(occupation))
      self.source.append(source)
      self.employer.append(employer)
      text.append(copy == 0 || draws.uniform() < 0.9 ? first : Int32(isRecent.count - 1))
      if copy > 0 { original[Int32(isRecent.count - 1)] = first }
    }
  }
  /// A re-post says what the first post said, recognised or not.
  private var original: [Int32: Int32] = [:]

  private mutating func ask(_ plan: Plan, clumping: Double, flooder: Int32, _ draws: inout Draws) {
    let count = isRecent.count
    let employers = Int(employer.last ?? -1) + 1
    var templates = [Double](repeating: 0, count: employers)
    for family in 0..<plan.families {
      let base = Double(plan.supports[family / plan.changedEvery % plan.supports.count]) / Double(plan.offers)
      var byOccupation = (0..<Self.occupations).map { _ in draws.lognormal(0.6) }
      let bySource = [1, draws.lognormal(0.3), draws.lognormal(0.7)]
      // Expected support is what the plan says, in the mix of a calm reference window.
      let mean = byOccupation.reduce(0, +) / Double(Self.occupations) * (0.6 + 0.4 * bySource[1])
      for index in byOccupation.indices { byOccupation[index] /= mean }
      let phase = draws.uniform() * 2 * .pi
      for index in templates.indices { templates[index] = draws.uniform() }
      var yes: [Int32] = []
      var said = [Bool](repeating: false, count: count)
      for offer in 0..<count {
        if let first = original[Int32(offer)] {
          said[offer] = said[Int(first)]
        } else {
          var p = base * byOccupation[Int(occupation[offer])] * bySource[Int(source[offer])]
          if plan.scenario.has(.season) { p *= 1 + 0.6 * sin(2 * .pi * Double(month[offer]) / 12 + phase) }
          if isRecent[offer] { p *= planted[family] }
          let isTemplate = employer[offer] == flooder || draws.uniform() < clumping
          let u = isTemplate ? templates[Int(employer[offer])] : draws.uniform()
          said[offer] = u < min(p, 0.95)
        }
        if said[offer] { yes.append(Int32(offer)) }
      }
      asking.append(yes)
    }
  }

  /// The world after re-posts that were recognised are counted once a window.
  func distinct() -> World {
    var kept: [Int: Int32] = [:]
    var copy = self
    copy.isRecent = []
    copy.month = []
    copy.occupation = []
    copy.source = []
    copy.employer = []
    copy.text = []
    for offer in isRecent.indices where text[offer] == Int32(offer) {
      kept[offer] = Int32(copy.isRecent.count)
      copy.isRecent.append(isRecent[offer])
      copy.month.append(month[offer])
      copy.occupation.append(occupation[offer])
      copy.source.append(source[offer])
      copy.employer.append(employer[offer])
      copy.text.append(text[offer])
    }
    copy.asking = asking.map { $0.compactMap { kept[Int($0)] } }
    return copy
  }
}
