/// Names that are no terms: of employers and of places.
struct TermNames {
  private var names: Set<[Int32]> = []

  init(employers: [String], territories: [String], reader: TermReader) {
    for name in employers + territories {
      let keys = reader.keys(name)
      guard !keys.isEmpty else { continue }
      names.insert(keys)
      // « Dupont Logistique SAS » is met as « Dupont Logistique » too.
      if keys.count > 2 { names.insert(keys.dropLast()) }
    }
  }

  func holds(_ keys: [Int32]) -> Bool { names.contains(keys) }
}
