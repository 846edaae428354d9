import Taxonomy

extension PreparedOffer {
  /// An offer placed and known by its text, not read yet.
  init(_ offer: JobOffer, warnings: [Finding], places: PlaceResolver) {
    let place = places.resolve(DeclaredPlace(offer))
    self.init(
      offer: offer, fingerprint: TextFingerprint(offer).bytes,
      employerKey: PlainKey.employer(offer.employer), territories: place.codes,
      warnings: warnings)
    resolution = place.resolution
  }
}
