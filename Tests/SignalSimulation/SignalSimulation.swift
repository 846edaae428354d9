import Foundation
import SkillMiner

/// Prints how often each test is wrong when nothing but nuisances moves, and how often it finds what was planted.
///
/// `signal-simulation [RUNS [SVG]]`: RUNS worlds a scenario (200 by default), the drawing to the file SVG.
/// `signal-simulation null STORE RECENT REFERENCE [SEEDS]`: signals in the offers of a store after months are shuffled
/// within occupation and feed.
/// `signal-simulation terms STORE RECENT REFERENCE [CSV]`: items that ROME marks *Émergente*, hidden from the reading, that
/// the discovery of terms finds again; the terms found without hiding anything to the file CSV.
/// `signal-simulation cube FOLDER [OFFERS …]`: how long signals take on cubes of made-up offers, kept in FOLDER.
@main
struct SignalSimulation {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    if arguments.first == "null" { return try null(Array(arguments.dropFirst())) }
    if arguments.first == "terms" { return try terms(Array(arguments.dropFirst())) }
    if arguments.first == "cube" { return try cube(Array(arguments.dropFirst())) }
    let runs = arguments.first.flatMap { Int($0) } ?? 200
    let methods = Method.allCases
    print("| scénario | test | fausses découvertes | erreur-type | limite | tenue | puissance |")
    print("|---|---|--:|--:|--:|---|--:|")
    for (index, scenario) in Scenario.allCases.enumerated() {
      var plan = Plan()
      plan.scenario = scenario
      let outcomes = Study(plan: plan, runs: runs, methods: methods)
        .outcomes(seed: UInt64(index + 1) << 32)
      for method in methods {
        guard let outcome = outcomes[method] else { continue }
        let limit = 0.05 + 2 * outcome.standardError
        print(
          "| \(scenario.rawValue) | \(method.rawValue) | \(Output.number(outcome.falseDiscoveryRate)) "
            + "| \(Output.number(outcome.standardError)) | \(Output.number(limit)) "
            + "| \(outcome.falseDiscoveryRate <= limit ? "oui" : "**non**") | \(Output.number(outcome.power, 2)) |"
        )
      }
    }
    let supports = [10, 20, 30, 50, 75, 100, 150, 200, 300]
    var curves: [(effect: Double, power: [Double])] = []
    print("\n| ampleur | " + supports.map(String.init).joined(separator: " | ") + " |")
    print("|---|" + supports.map { _ in "--:|" }.joined())
    for (row, effect) in [1.25, 1.5, 2, 3].enumerated() {
      var power: [Double] = []
      for (column, support) in supports.enumerated() {
        var plan = Plan()
        plan.effect = effect
        plan.bothWays = false
        plan.supports = [support]
        let outcome = Study(plan: plan, runs: runs, methods: [.clusteredMonths])
          .outcomes(seed: UInt64(100 + row * 16 + column) << 32)
        power.append(outcome[.clusteredMonths]?.power ?? 0)
      }
      curves.append((effect, power))
      print(
        "| × \(Output.number(effect, 2)) | " + power.map { Output.number($0, 2) }.joined(separator: " | ")
          + " |")
    }
    if let path = arguments.dropFirst().first {
      try Data(Output.chart(supports: supports, curves: curves).utf8).write(to: URL(filePath: path))
    }
  }

  /// A store of real offers and two periods, from the command line. Opened for writing, so that one that an older
  /// program made is brought up to date.
  private static func study(_ arguments: [String]) throws -> (store: Store, windows: SignalWindows)? {
    guard arguments.count >= 3, FileManager.default.fileExists(atPath: arguments[0]),
      let recent = SignalWindows.months(arguments[1]), let reference = SignalWindows.months(arguments[2]),
      let windows = SignalWindows(recent: recent, reference: reference)
    else {
      print("signal-simulation null|terms STORE RECENT REFERENCE …")
      return nil
    }
    return (try Store(path: arguments[0], access: .readWrite), windows)
  }

  private static func terms(_ arguments: [String]) throws {
    guard let (store, windows) = try study(arguments) else { return }
    let engine = try ReadingEngine(release: try store.release(), overlays: try Overlays.of(store))
    var request = SignalRequest(scope: CubeScope(), title: "toutes les offres", windows: windows, options: [])
    request.disclosure = .fullDetail
    let discovery = TermDiscovery(lexicon: engine.lexicon)
    let measured = try discovery.measure(store, request, overlays: try Overlays.of(store))
    print("Émergentes nommées par assez d’offres\u{A0}: \(measured.recall.of)")
    print("retrouvées\u{A0}: \(measured.recall.found), parmi \(measured.terms.count) termes")
    let result = try discovery.run(store, request)
    print("sans rien cacher\u{A0}: \(result.terms.count) termes, \(result.tested) testés")
    if arguments.count > 3 {
      try Data(TermsReport.csv(result).utf8).write(to: URL(filePath: arguments[3]))
    }
  }

  private static func null(_ arguments: [String]) throws {
    guard let (store, windows) = try study(arguments) else { return }
    var scope = CubeScope()
    scope.months = windows.span
    let cube = try store.cube(scope)
    let seeds = arguments.count > 3 ? Int(arguments[3]) ?? 50 : 50
    let results = NullStudy(cube: cube, windows: windows).signals(seeds: seeds)
    let found = results.reduce(0) { $0 + $1.found }
    let tested = results.reduce(0) { $0 + $1.tested }
    print("graines\u{A0}: \(seeds), compétences testées en moyenne\u{A0}: \(tested / max(1, seeds))")
    print("signaux en moyenne\u{A0}: \(Output.number(Double(found) / Double(max(1, seeds)), 2))")
    print("graines avec au moins un signal\u{A0}: \(results.count { $0.found > 0 })")
  }

  private static func cube(_ arguments: [String]) throws {
    guard let folder = arguments.first else {
      print("signal-simulation cube FOLDER [OFFERS …]")
      return
    }
    let sizes = arguments.dropFirst().compactMap { Int($0) }
    print(
      "| offres | filière × région, publié (ms) | tout (ms) | en mémoire, publié (ms) | tout (ms) "
        + "| toutes les régions (s) | lignes | mémoire (Mo) |")
    print("|--:|--:|--:|--:|--:|--:|--:|--:|")
    for offers in sizes.isEmpty ? [10_000, 100_000, 1_000_000] : sizes {
      try CubeBenchmark(offers: offers, path: "\(folder)/cube-\(offers).sqlite").run()
    }
  }
}
