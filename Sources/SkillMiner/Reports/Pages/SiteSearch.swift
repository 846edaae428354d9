import Taxonomy

/// What search finds, made of everything that has a page.
final class SiteSearch: Sendable {
  /// One answer.
  struct Hit: Sendable {
    let label: String
    let kind: String
    let detail: String
    let link: Link
  }

  private let store: Store
  private let words: SearchWords
  let isReady: Bool

  /// Brings the index up to date when the store may be written.
  ///
  /// - Throws: what the store throws.
  init(_ observatory: Observatory.Contents, store: Store, digest: String) throws {
    self.store = store
    words = try SearchWords()
    if try store.searchIsFresh(digest) {
      isReady = true
    } else if store.access == .readWrite {
      try store.replaceSearch(Self.entries(observatory), words: words, digest: digest)
      isReady = true
    } else {
      isReady = false
    }
  }

  /// - Throws: what the store throws.
  func find(_ query: String, limit: Int) throws -> [Hit] {
    guard isReady else { return [] }
    return try store.search(query, words: words, limit: limit).compactMap(Self.hit)
  }

  private static func hit(_ entry: SearchEntry) -> Hit? {
    switch entry.kind {
    case "competency":
      return Hit(label: entry.label, kind: "compétence", detail: entry.detail, link: .competency(entry.key))
    case "occupation":
      guard let code = ROMECode(entry.key) else { return nil }
      return Hit(label: entry.label, kind: "métier", detail: entry.detail, link: .occupation(code))
    case "appellation":
      guard let code = ROMECode(String(entry.key.prefix { $0 != "/" })) else { return nil }
      return Hit(label: entry.label, kind: "appellation", detail: entry.detail, link: .occupation(code))
    case "certification":
      guard let code = CertificationCode(entry.key) else { return nil }
      return Hit(label: entry.label, kind: "certification", detail: entry.detail, link: .certification(code))
    case "filiere":
      return Hit(label: entry.label, kind: "filière", detail: entry.detail, link: .filiere(entry.key))
    case "territory":
      let parts = entry.key.split(separator: ":", maxSplits: 1).map(String.init)
      guard parts.count == 2, let level = Territory.Level(rawValue: parts[0]) else { return nil }
      let key = CubeScope.TerritoryKey(level: level, code: parts[1])
      return Hit(
        label: entry.label, kind: PageParts.level(key).lowercased(), detail: entry.detail,
        link: .territory(key))
    default: return nil
    }
  }

  private static func entries(_ contents: Observatory.Contents) -> [SearchEntry] {
    let release = contents.lexicon.release
    var entries: [SearchEntry] = contents.filieres.map {
      SearchEntry(kind: "filiere", key: $0.id, label: $0.name, detail: "", weight: 6)
    }
    for id in contents.lexicon.families.ids {
      guard let family = contents.lexicon.families[id] else { continue }
      let offers = contents.facts.familyPlaces[id].map { contents.facts.offersOfFamily[Int($0)].count } ?? 0
      entries.append(
        SearchEntry(
          kind: "competency", key: id, label: family.label,
          detail: FrenchWords.kind(family.kind),
          weight: weight(offers)))
    }
    for occupation in release.occupations {
      let offers = contents.facts.offersOfOccupation[occupation.code]?.count ?? 0
      entries.append(
        SearchEntry(
          kind: "occupation", key: occupation.code.value, label: occupation.label,
          detail: occupation.code.value,
          weight: weight(offers) + 1))
    }
    for title in release.appellations {
      entries.append(
        SearchEntry(
          kind: "appellation", key: "\(title.occupation.value)/\(title.code)", label: title.label,
          detail: title.occupation.value, weight: 0))
    }
    for item in contents.certifications {
      entries.append(
        SearchEntry(
          kind: "certification", key: item.code.description, label: item.title, detail: item.code.description,
          weight: 3))
    }
    for territory in contents.atlas.territories {
      let key = CubeScope.TerritoryKey(level: territory.level, code: territory.code)
      let offers = contents.facts.offersOfTerritory[key]?.count ?? 0
      entries.append(
        SearchEntry(
          kind: "territory", key: "\(territory.level.rawValue):\(territory.code)", label: territory.name,
          detail: territory.code, weight: weight(offers) + 1))
    }
    for (key, offers) in contents.facts.offersOfTerritory.filter({ $0.key.level == .commune })
      .sorted(by: { $0.key.code < $1.key.code })
    {
      entries.append(
        SearchEntry(
          kind: "territory", key: "commune:\(key.code)", label: contents.atlas.name(key), detail: key.code,
          weight: weight(offers.count)))
    }
    return entries
  }

  /// Doublings: ten thousand offers weigh a little more than ten.
  private static func weight(_ offers: Int) -> Double {
    Double(Int.bitWidth - offers.leadingZeroBitCount) / 3
  }
}
