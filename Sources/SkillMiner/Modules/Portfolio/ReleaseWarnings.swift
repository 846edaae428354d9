/// What has to be said before pathways are held against an analysis, or against each other, that was made with other
/// releases: a difference may then come from the releases and not from the offers.
enum ReleaseWarnings {
  private static let why = "Leurs écarts peuvent venir de là, et non des offres."

  /// Pathways against an analysis.
  ///
  /// - Returns: French, one sentence for each set of releases that is not the analysis’s own.
  static func of(_ pathways: [Pathway], against result: AnalysisResult) -> [String] {
    groups(pathways).compactMap { group in
      let numbers = numbers(group.pathways)
      guard let releases = group.releases else {
        guard group.pathways.contains(where: { $0.fingerprint != result.fingerprint }) else { return nil }
        return
          "\(numbers)\u{A0}: les versions avec lesquelles ces figures ont été calculées n’ont pas été notées, "
          + "elles ne se comparent qu’avec prudence à l’analyse du jour (\(result.releases.text))."
      }
      let clauses = releases.differences(from: result.releases)
      guard !clauses.isEmpty else { return nil }
      return "\(numbers)\u{A0}: tirage et analyse du jour n’ont pas été faits avec les mêmes versions "
        + "(\(clauses.joined(separator: "\u{A0}; "))). \(why)"
    }
  }

  /// Two portfolios.
  ///
  /// - Returns: French, one sentence for each pair of sets that differ.
  static func between(_ first: [Pathway], _ second: [Pathway]) -> [String] {
    let (a, b) = (groups(first), groups(second))
    var warnings: [String] = []
    for x in a {
      for y in b {
        guard let mine = x.releases, let other = y.releases else { continue }
        let clauses = mine.differences(from: other)
        guard !clauses.isEmpty else { continue }
        warnings.append(
          "Les deux portefeuilles n’ont pas été tirés avec les mêmes versions "
            + "(\(clauses.joined(separator: "\u{A0}; "))). \(why)")
      }
    }
    let drawn = Set((first + second).map(\.fingerprint))
    if (a + b).contains(where: { $0.releases == nil }), drawn.count > 1 {
      warnings.append(
        "Les versions d’une partie des parcours n’ont pas été notées\u{A0}: rien ne dit qu’ils se comparent.")
    }
    return warnings
  }

  /// Pathways by what they were made with, in their order.
  static func groups(_ pathways: [Pathway]) -> [(releases: ReleaseSet?, pathways: [Pathway])] {
    var groups: [(releases: ReleaseSet?, pathways: [Pathway])] = []
    for pathway in pathways {
      if let place = groups.firstIndex(where: { $0.releases == pathway.releases }) {
        groups[place].pathways.append(pathway)
      } else {
        groups.append((pathway.releases, [pathway]))
      }
    }
    return groups
  }

  private static func numbers(_ pathways: [Pathway]) -> String {
    "Parcours n°\u{A0}" + pathways.map { String($0.number) }.joined(separator: ", ")
  }
}

extension Portfolio {
  /// French: what its standing pathways were drawn with, one line for each set of releases.
  public var releaseLines: [String] {
    let groups = ReleaseWarnings.groups(standing).filter { $0.releases != nil }
    return groups.compactMap { group in
      guard let text = group.releases?.text else { return nil }
      guard groups.count > 1 else { return text }
      return "\(text), parcours n°\u{A0}" + group.pathways.map { String($0.number) }.joined(separator: ", ")
    }
  }
}
