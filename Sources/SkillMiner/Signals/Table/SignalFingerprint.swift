import Taxonomy

/// What a table of signals depends on, as text and numbers that are hashed: two tables with the same fingerprint were
/// made from the same taxonomy, lexicon, code, counted offers, windows and rules.
enum SignalFingerprint {
  /// - Parameter level: of the territories, for a table of several.
  static func digest(
    _ cube: CubeColumns, request: SignalRequest, lexicon: Lexicon, level: Territory.Level? = nil
  ) -> String {
    let lines = request.canonical + (level.map { ["level=\($0.rawValue)"] } ?? [])
    return digest(cube, lines: lines, lexicon: lexicon)
  }

  /// - Parameter lines: what was asked, one line a choice, in a fixed order.
  static func digest(_ cube: CubeColumns, lines: [String], lexicon: Lexicon) -> String {
    var hash = SHA256()
    let head = [
      "skillminer-signals 1", "code=\(Version.current)",
      "taxonomy=\(lexicon.release.name) \(lexicon.release.digest)", "lexicon=\(lexicon.digest)",
      "offers=\(cube.count)",
    ]
    hash.update((head + lines).joined(separator: "\n") + "\n")
    // Numbers of a store mean nothing outside it: families go by the order of their names, employers and clusters
    // by that of their first offer.
    let names = cube.familyNames.sorted { $0.value < $1.value }
    var places = [Int32](repeating: -1, count: Int(cube.familyNames.keys.max() ?? -1) + 1)
    for (place, name) in names.enumerated() { places[Int(name.key)] = Int32(place) }
    hash.update(names.map(\.value).joined(separator: "\n"))
    hash.update(cube.sourceNames.joined(separator: "\n"))
    hash.update(cube.occupationCodes.map(\.value).joined(separator: "\n"))
    var employers = [Int32](repeating: -1, count: Int(cube.employers.max() ?? -1) + 1)
    var knownEmployers: Int32 = 0
    var clusters: [Int64: Int32] = [:]
    var part: [Int32] = []
    for index in 0..<cube.count {
      var employer: Int32 = -1
      if cube.employers[index] >= 0 {
        let number = Int(cube.employers[index])
        if employers[number] < 0 {
          employers[number] = knownEmployers
          knownEmployers += 1
        }
        employer = employers[number]
      }
      let cluster = clusters[cube.clusters[index]] ?? Int32(clusters.count)
      clusters[cube.clusters[index]] = cluster
      part += [cube.months[index], cube.sources[index], cube.occupations[index], employer, cluster]
      let start = part.count
      for family in cube.families(of: index) { part.append(places[Int(family)]) }
      part[start...].sort()
      part.append(-2)
      if part.count > 1 << 16 || index == cube.count - 1 {
        part.withUnsafeBytes { hash.update($0) }
        part.removeAll(keepingCapacity: true)
      }
    }
    return hash.finish()
  }
}
