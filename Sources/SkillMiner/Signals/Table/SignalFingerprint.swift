import Taxonomy

/// What a table of signals depends on, as text and numbers that are hashed: two tables with the same fingerprint were
/// made from the same taxonomy, lexicon, code, counted offers, windows and rules.
enum SignalFingerprint {
  static func digest(
    _ cube: CubeColumns, request: SignalRequest, lexicon: Lexicon, level: Territory.Level? = nil
  ) -> String {
    var hash = SHA256()
    let lines =
      [
        "skillminer-signals 1", "code=\(Version.current)",
        "taxonomy=\(lexicon.release.name) \(lexicon.release.digest)", "lexicon=\(lexicon.digest)",
        "offers=\(cube.count)",
      ] + (level.map { ["level=\($0.rawValue)"] } ?? [])
    hash.update((lines + request.canonical).joined(separator: "\n") + "\n")
    // Numbers of a store mean nothing outside it: families go by the order of their names, employers and clusters
    // by that of their first offer.
    let names = cube.familyNames.sorted { $0.value < $1.value }
    let places = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1.key, Int32($0)) })
    hash.update(names.map(\.value).joined(separator: "\n"))
    hash.update(cube.sourceNames.joined(separator: "\n"))
    hash.update(cube.occupationCodes.map(\.value).joined(separator: "\n"))
    var employers: [Int32: Int32] = [:]
    var clusters: [Int64: Int32] = [:]
    var part: [Int32] = []
    for index in 0..<cube.count {
      let employer = employers[cube.employers[index]] ?? Int32(employers.count)
      employers[cube.employers[index]] = employer
      let cluster = clusters[cube.clusters[index]] ?? Int32(clusters.count)
      clusters[cube.clusters[index]] = cluster
      part += [
        cube.months[index], cube.sources[index], cube.occupations[index],
        cube.employers[index] < 0 ? -1 : employer,
        cluster,
      ]
      part += cube.families(of: index).map { places[$0] ?? -1 }.sorted()
      part.append(-2)
      if part.count > 1 << 16 || index == cube.count - 1 {
        part.withUnsafeBytes { hash.update($0) }
        part.removeAll(keepingCapacity: true)
      }
    }
    return hash.finish()
  }
}
