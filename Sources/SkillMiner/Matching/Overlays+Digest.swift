import Taxonomy

extension Overlays {
  /// SHA-256 of a release and of everything that changes how texts are read with it, hexadecimal.
  ///
  /// - Parameter release: digest of the release.
  public func digest(over release: String) -> String {
    var hash = SHA256()
    hash.update("release \(release)\n")
    hash.update("reading \(Version.reading) \(StanceCues.canonical) \(SectionDetector.words)\n")
    for family in families {
      let codes = family.codes.map(\.description).joined(separator: " ")
      hash.update("family \(family.id)\t\(family.label)\t\(family.kind.rawValue)\t\(codes)\n")
    }
    for form in forms {
      let code = form.code?.description ?? ""
      hash.update(
        "form \(form.text)\t\(code)\t\(form.family ?? "")\t\(form.kind.rawValue)\t\(form.origin.rawValue)\t"
          + "\(form.guards.canonical)\n")
    }
    for pair in synonyms { hash.update("synonym \(pair.word)\t\(pair.means)\n") }
    for phrase in stopPhrases { hash.update("stop \(phrase)\n") }
    for record in itemGuards { hash.update("guard \(record.code)\t\(record.needs)\t\(record.without)\n") }
    let model = model(over: release)
    hash.update(
      "model \(model.spans) \(model.items) \(model.itemSteps.steps.map { "\($0.feature)>\($0.threshold):\($0.weight)" }) \(model.accept) \(model.spanThreshold) \(model.itemThreshold) \(model.countThreshold)\n"
    )
    if let vectors = vectors(over: release) { hash.update("vectors \(vectors.digest)\n") }
    return hash.finish()
  }
}

extension SurfaceForm.Guards {
  /// The conditions in fixed order.
  fileprivate var canonical: String {
    "\(exact) \(matchesCase) \(allCaps) \(notBefore) \(notAfter) \(needs) \(domains)"
  }
}
