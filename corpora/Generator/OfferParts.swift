/// The contents of an offer before they are laid out.
struct OfferParts {
  var missions: [TaskPhrase] = []
  var profile: [Bytes] = []
  var benefits: [Bytes] = []
  var boilerplate: [Bytes] = []
  /// *autonome, rigoureux et à l’écoute*
  var soft: Bytes = []

  mutating func reset() {
    missions.removeAll(keepingCapacity: true)
    profile.removeAll(keepingCapacity: true)
    benefits.removeAll(keepingCapacity: true)
    boilerplate.removeAll(keepingCapacity: true)
    soft.removeAll(keepingCapacity: true)
  }
}
