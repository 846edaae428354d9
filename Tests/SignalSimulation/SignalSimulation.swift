import Foundation

/// Prints how often each test is wrong when nothing but nuisances moves, and how often it finds what was planted.
///
/// `signal-simulation [RUNS [SVG]]`: RUNS worlds a scenario (200 by default), the drawing to the file SVG.
@main
struct SignalSimulation {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
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
}
