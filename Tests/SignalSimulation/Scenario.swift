/// What is wrong with the offers besides what truly changed. Employers clump offers (φ = 2) in every one of them.
enum Scenario: String, CaseIterable {
  /// Nothing but employers.
  case calm = "rien d’autre"
  /// Occupations of the recent window stand in other proportions.
  case mix = "changement de composition"
  /// A feed all but disappears, another appears with half of the recent offers.
  case sourceBreak = "rupture de source"
  /// One employer posts 300 further offers of one text in the recent window.
  case flood = "employeur envahissant"
  /// Shares swing over the year and the two years have other busy months.
  case season = "saison"
  /// Offers are posted again; one re-post in ten is not recognised.
  case reposts = "republications"
  /// All of these together.
  case everything = "tout à la fois"

  func has(_ nuisance: Scenario) -> Bool { self == nuisance || self == .everything }
}
