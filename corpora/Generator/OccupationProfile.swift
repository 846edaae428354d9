/// One occupation of the demonstration world: what its offers are made of.
struct OccupationProfile {
  let rome: String
  let filiere: String
  let naf: String
  /// Relative number of offers in the first month.
  let weight: Double
  /// Factor on the weight in the last month, for the planted shift of mix.
  let mix: Double
  var titles: [Bytes] = []
  var places: [Bytes] = []
  var diplomas: [NounPhrase] = []
  var tasks: [[TaskPhrase]] = []
  /// Sentences that ask for a diploma, made of the frame's templates.
  var diplomaSentences: [Bytes] = []
}
