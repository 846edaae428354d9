import Taxonomy

extension RawOffer {
  private static let textFields: [Field] = [
    .title, .description, .occupationLabel, .appellation, .place, .employer, .sector, .contract, .experience,
    .qualification,
  ]

  /// Puts right the texts that were encoded twice, each as a whole or not at all.
  ///
  /// - Returns: names of the fields that were put right, and of those that only look as if they should be.
  mutating func undoDoubleEncoding() -> (repaired: [String], doubtful: [String]) {
    var repaired: [String] = []
    var doubtful: [String] = []
    func meant(_ text: String, _ name: String) -> String? {
      switch DoubleEncoding.verdict(text) {
      case .plain: return nil
      case .repaired(let meant):
        if repaired.last != name { repaired.append(name) }
        return meant
      case .doubtful:
        if doubtful.last != name { doubtful.append(name) }
        return nil
      }
    }
    for field in Self.textFields {
      if let text = self[field], let meant = meant(text, field.name) { self[field] = meant }
    }
    for place in declared.indices {
      let item = declared[place]
      guard let meant = meant(item.label, "competences") else { continue }
      declared[place] = JobOffer.DeclaredCompetency(code: item.code, label: meant, required: item.required)
    }
    let lists: [(String, WritableKeyPath<RawOffer, [String]>)] = [
      ("qualites", \.softSkills), ("formations", \.trainings), ("langues", \.languages),
      ("permis", \.licences),
    ]
    for (name, list) in lists {
      for place in self[keyPath: list].indices {
        if let meant = meant(self[keyPath: list][place], name) { self[keyPath: list][place] = meant }
      }
    }
    return (repaired, doubtful)
  }
}
