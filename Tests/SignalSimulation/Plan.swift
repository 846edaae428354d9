/// Size of the simulated world and what truly changes in it.
struct Plan {
  var scenario = Scenario.calm
  /// Offers of each window, before nuisances add to them.
  var offers = 2000
  /// Families watched.
  var families = 300
  /// One family in so many truly changes.
  var changedEvery = 20
  /// Asking offers expected in the reference window, cycled over families.
  var supports = [20, 40, 100, 200, 400]
  /// Ratio of the shares of families that truly change; every second one shrinks by it instead.
  var effect = 2.0
  var bothWays = true
  /// Design effect of employers.
  var overdispersion = 2.0
}
