import SkillMiner
import Taxonomy
import TestSupport
import Testing

@Suite struct SignalTableTests {
  /// Two years of made-up offers: 12 months × employers × families, reference 2024, recent 2025.
  private struct Offers {
    var cube = CubeColumns()
    private var numbers: [String: Int32] = [:]

    init(sources: Int = 1) {
      cube.sourceNames = (0..<sources).map { "flux\($0)" }
      cube.occupationCodes = ["N1103", "M1805"].compactMap { ROMECode($0) }
    }

    mutating func add(
      month: Int, employer: Int, occupation: Int32 = 0, source: Int32 = 0, cluster: Int64? = nil,
      families: [String]
    ) {
      let row = Int64(cube.count + 1)
      cube.offers.append(row)
      cube.clusters.append(cluster ?? row)
      cube.months.append(Int32(month))
      cube.sources.append(source)
      cube.occupations.append(occupation)
      cube.employers.append(Int32(employer))
      cube.sectors.append(-1)
      for family in families.sorted() {
        let number = numbers[family] ?? Int32(numbers.count + 1)
        numbers[family] = number
        cube.familyNames[number] = family
        cube.families.append(number)
      }
      cube.familyStarts.append(cube.families.count)
    }
  }

  private static let january = 2024 * 12
  private static let windows = SignalWindows(
    recent: (january + 12)...(january + 23), reference: january...(january + 11))

  /// `rate(family, recent)` of the 1,200 offers of each year ask; employers have two offers each.
  private func offers(_ rates: [String: (Int, Int)]) -> Offers {
    var offers = Offers()
    for recent in [false, true] {
      for number in 0..<1200 {
        let asked = rates.keys.sorted().enumerated().filter { place, family in
          let rate = recent ? rates[family]?.1 : rates[family]?.0
          // A fixed scatter: neighbours do not ask for the same.
          return (number * 7919 + place * 613) % 1200 < (rate ?? 0)
        }.map(\.element)
        offers.add(
          month: Self.january + (recent ? 12 : 0) + number % 12, employer: number / 2 + (recent ? 10_000 : 0),
          families: asked)
      }
    }
    return offers
  }

  private func signals(_ offers: Offers, poolsSources: Bool = false) throws -> [String: Signal] {
    let table = SignalTable(
      offers.cube, windows: try #require(Self.windows), families: CompetencyFamilies(),
      poolsSources: poolsSources)
    return Dictionary(uniqueKeysWithValues: table.signals.map { ($0.family.id, $0) })
  }

  @Test func classes() throws {
    let all = try signals(
      offers([
        "émerge": (3, 60), "croît": (120, 240), "décline": (240, 120), "disparaît": (60, 3),
        "reste": (600, 610), "hésite": (60, 68), "rare": (2, 3), "naît": (0, 40),
      ]))
    #expect(all["émerge"]?.kind == .emerging)
    #expect(all["croît"]?.kind == .growing)
    #expect(all["décline"]?.kind == .declining)
    #expect(all["disparaît"]?.kind == .vanishing)
    #expect(all["reste"]?.kind == .stable)
    #expect(all["hésite"]?.kind == .undetermined)
    #expect(all["rare"]?.kind == .insufficient)
    #expect(all["rare"]?.warnings.contains(.smallSupport) == true)
    // Never asked before: the odds ratio is estimated, finite and large.
    let new = try #require(all["naît"])
    #expect(new.kind == .emerging && new.offersReference == 0)
    #expect(try #require(new.oddsRatio) > 10 && new.interval?.upperBound.isFinite == true)
    #expect(
      all["croît"].map { abs($0.within + $0.mix - ($0.shareRecent - $0.shareReference)) < 1e-12 } == true)
  }

  /// An occupation that asks more becomes frequent: every share rises and nothing changed.
  @Test func aChangeOfMixIsNoSignal() throws {
    var offers = Offers()
    for recent in [false, true] {
      for number in 0..<2000 {
        let occupation: Int32 = number % 10 < (recent ? 7 : 3) ? 1 : 0
        let asks = (number * 7919 / 10) % 10 < (occupation == 1 ? 6 : 1)
        offers.add(
          month: Self.january + (recent ? 12 : 0) + number % 12, employer: number / 2 + (recent ? 10_000 : 0),
          occupation: occupation, families: asks ? ["f"] : [])
      }
    }
    let signal = try #require(try signals(offers)["f"])
    #expect(signal.shareRecent > signal.shareReference * 1.5)
    #expect(signal.kind == .stable || signal.kind == .undetermined)
    #expect(signal.warnings.contains(.mix) && signal.mix.magnitude > 5 * signal.within.magnitude)
  }

  /// A feed that only exists in the recent year cannot make a signal, unless feeds are mixed on purpose.
  @Test func aNewFeedIsNoSignal() throws {
    var offers = Offers(sources: 2)
    for recent in [false, true] {
      for number in 0..<1000 {
        offers.add(
          month: Self.january + (recent ? 12 : 0) + number % 12, employer: number / 2 + (recent ? 10_000 : 0),
          families: number % 20 == 0 ? ["f"] : [])
        guard recent else { continue }
        offers.add(
          month: Self.january + 12 + number % 12, employer: number / 2 + 20_000, source: 1,
          families: number % 2 == 0 ? ["f"] : [])
      }
    }
    let windows = try #require(Self.windows)
    let table = SignalTable(offers.cube, windows: windows, families: CompetencyFamilies())
    #expect(table.brokenSources == ["flux1"])
    let signal = try #require(table.signals.first)
    #expect(signal.kind == .stable || signal.kind == .undetermined)
    #expect(signal.warnings.contains(.sourceBreak))
    #expect(try signals(offers, poolsSources: true)["f"]?.kind == .growing)
  }

  @Test func anEmployerWhoFloodsIsOneVoice() throws {
    var offers = offers(["f": (60, 60)])
    for number in 0..<300 {
      offers.add(month: Self.january + 12 + number % 12, employer: 99_999, families: ["f"])
    }
    let signal = try #require(try signals(offers)["f"])
    #expect(signal.offersRecent == 360)
    // One employer more than the others: even a doubling could hide.
    #expect(signal.kind == .insufficient)
    #expect(signal.warnings.contains(.concentration))
    #expect(signal.overdispersion > 20)
  }

  /// Offers that say half as much in all: every share falls, and the table says why.
  @Test func shorterTextsAreTold() throws {
    var offers = Offers()
    for recent in [false, true] {
      for number in 0..<1200 {
        let families = (0..<8).map { "f\($0)" }.enumerated()
          .filter { (number * 31 + $0.offset * 7) % 10 < (recent ? 3 : 6) }.map(\.element)
        offers.add(
          month: Self.january + (recent ? 12 : 0) + number % 12, employer: number / 2 + (recent ? 10_000 : 0),
          families: families)
      }
    }
    let table = SignalTable(offers.cube, windows: try #require(Self.windows), families: CompetencyFamilies())
    #expect(abs(table.detail.reference - 4.8) < 0.1 && abs(table.detail.recent - 2.4) < 0.1)
    #expect(table.signals.allSatisfy { $0.kind == .declining })
  }

  @Test func repostsCountOnceAWindow() throws {
    var offers = offers(["f": (60, 60)])
    for number in 0..<500 {
      offers.add(month: Self.january + 12 + number % 12, employer: 7, cluster: 900_000, families: ["f"])
    }
    #expect(try signals(offers)["f"]?.offersRecent == 61)
  }

  @Test func theOrderOfThreadsDoesNotShow() throws {
    let cube = offers(["a": (60, 90), "b": (30, 70), "c": (500, 400), "d": (20, 20)]).cube
    let windows = try #require(Self.windows)
    let tables = [1, 2, 5].map {
      SignalTable(cube, windows: windows, families: CompetencyFamilies(), threads: $0).signals
    }
    #expect(tables[0] == tables[1] && tables[0] == tables[2])
  }

  @Test func windows() {
    #expect(SignalWindows.months("2025") == (2025 * 12)...(2025 * 12 + 11))
    #expect(SignalWindows.months("2025-03..2025-03") == (2025 * 12 + 2)...(2025 * 12 + 2))
    for bad in ["2025-13..2025-14", "2025-05..2025-04", "2025-01", "", "2025-01...2025-02", "x..y"] {
      #expect(SignalWindows.months(bad) == nil, "\(bad)")
    }
    #expect(SignalWindows(recent: 5...10, reference: 1...5) == nil)
    #expect(SignalWindows(recent: 24...35, reference: 0...11)?.areSameMonths == true)
    #expect(SignalWindows(recent: 25...36, reference: 0...11)?.areSameMonths == false)
  }
}
