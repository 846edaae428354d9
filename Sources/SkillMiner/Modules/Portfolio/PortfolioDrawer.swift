import Taxonomy

/// Draws pathways from a ranked analysis: the best of each filière in turn, no filière beyond its share, one module a
/// certification. The same analysis and the same choices always draw the same.
public struct PortfolioDrawer {
  /// Why fewer were drawn than wanted, or what was left aside.
  public struct Outcome: Sendable {
    /// Drawn, in order.
    public let pathways: [Pathway]
    /// How many are missing to what was wanted.
    public let shortfall: Int
    /// French: why, one line each.
    public let notes: [String]
  }

  private let rules: DrawRules
  private let groups: RegionalGroups

  /// - Parameters:
  ///   - rules: what may be drawn and how much of a filière.
  ///   - groups: which filière a candidate counts for.
  public init(rules: DrawRules = DrawRules(), groups: RegionalGroups = RegionalGroups()) {
    self.rules = rules
    self.groups = groups
  }

  /// Draws.
  ///
  /// - Parameters:
  ///   - result: the ranked candidates.
  ///   - wanted: how many pathways.
  ///   - pinned: drawn first, whatever the rules say.
  ///   - excluded: never drawn; a key without families leaves out every module of its certification.
  ///   - kept: pathways that stand already and fill places: those of a portfolio drawn again.
  ///   - accepts: whether a candidate belongs to the branch.
  /// - Throws: `ReviewError` of code `unknownCandidate` when a pinned candidate is not in the analysis.
  public func draw(
    _ result: AnalysisResult, wanted: Int = 10, pinned: [CandidateKey] = [], excluded: [CandidateKey] = [],
    kept: [Pathway] = [], accepts: (ModuleCandidate) -> Bool = { _ in true }
  ) throws -> Outcome {
    var pathways: [Pathway] = []
    var taken = Set(kept.map(\.key.certification))
    var counts: [String: Int] = [:]
    for pathway in kept { counts[pathway.filiere, default: 0] += 1 }
    func put(_ place: Int) {
      let candidate = result.candidates[place]
      let filiere = filiere(of: candidate)
      pathways.append(
        Pathway(candidate, rank: place + 1, filiere: filiere, of: result))
      taken.insert(candidate.certification.code.description)
      counts[filiere, default: 0] += 1
    }
    for key in pinned {
      let place = try Self.place(of: key, in: result)
      if kept.contains(where: { $0.key == CandidateKey(result.candidates[place]) }) { continue }
      put(place)
      pathways[pathways.count - 1].isPinned = true
    }
    let open = result.candidates.indices.filter {
      let candidate = result.candidates[$0]
      return accepts(candidate) && isEligible(candidate) && !Self.isExcluded(candidate, excluded)
    }
    // Filières in the order of their best candidate; each gives one a round.
    var queues: [(filiere: String, places: ArraySlice<Int>)] = []
    for place in open {
      let filiere = filiere(of: result.candidates[place])
      if let known = queues.firstIndex(where: { $0.filiere == filiere }) {
        queues[known].places.append(place)
      } else {
        queues.append((filiere, [place]))
      }
    }
    var hasCapped = false
    var isMoving = true
    while kept.count + pathways.count < wanted, isMoving {
      isMoving = false
      for index in queues.indices where kept.count + pathways.count < wanted {
        while let place = queues[index].places.first,
          taken.contains(result.candidates[place].certification.code.description)
        {
          queues[index].places.removeFirst()
        }
        guard let place = queues[index].places.first else { continue }
        guard counts[queues[index].filiere, default: 0] < rules.perFiliere else {
          hasCapped = true
          continue
        }
        queues[index].places.removeFirst()
        put(place)
        isMoving = true
      }
    }
    let shortfall = max(0, wanted - kept.count - pathways.count)
    return Outcome(
      pathways: pathways, shortfall: shortfall,
      notes: notes(result, shortfall: shortfall, wanted: wanted, hasCapped: hasCapped, accepts: accepts)
        + ReleaseWarnings.of(kept, against: result))
  }

  /// Draws for a region or a branch. A branch that is a filière draws from its own certifications only.
  ///
  /// - Parameters:
  ///   - result: the ranked candidates.
  ///   - scope: whom the portfolio is for.
  ///   - wanted: how many pathways.
  ///   - pinned: drawn first, whatever the rules say.
  ///   - excluded: never drawn, beside what the portfolio drawn again excludes already.
  ///   - known: the portfolio that is drawn again; what is pinned or debated there stays.
  /// - Throws: `ReviewError` of code `unknownCandidate` when a pinned candidate is not in the analysis.
  public func draw(
    _ result: AnalysisResult, for scope: PortfolioScope, wanted: Int, pinned: [CandidateKey] = [],
    excluded: [CandidateKey] = [], again known: Portfolio? = nil
  ) throws -> Outcome {
    let branch = scope.kind == .branch && scope.code != nil ? scope.name : nil
    return try draw(
      result, wanted: wanted, pinned: pinned, excluded: excluded + (known?.excluded ?? []),
      kept: known?.settled ?? []
    ) { branch == nil || filiere(of: $0) == branch }
  }

  /// Place of a candidate: with exactly these families, or, for a code alone, the best of its certification.
  public static func place(of key: CandidateKey, in result: AnalysisResult) throws -> Int {
    let place = result.candidates.firstIndex { candidate in
      let own = CandidateKey(candidate)
      return key.families.isEmpty ? own.certification == key.certification : own == key
    }
    guard let place else {
      throw ReviewError(
        .unknownCandidate, subject: key.description, message: "l’analyse ne propose pas ce module.",
        advice: "Voir les modules candidats et leurs clés (modules --format csv), ou élargir les seuils.")
    }
    return place
  }

  // MARK: Rules

  private func filiere(of candidate: ModuleCandidate) -> String {
    groups.filiere(of: candidate.certification.code, occupations: candidate.links.occupations)
  }

  private func isEligible(_ candidate: ModuleCandidate) -> Bool {
    // One employer's demand is a training of that employer: shown, never promoted.
    if candidate.flags.contains(.singleEmployer) { return false }
    if candidate.flags.contains(.expired), !rules.allowsExpired { return false }
    if candidate.flags.contains(.smallSupport), !rules.allowsSmallSupport { return false }
    return true
  }

  private static func isExcluded(_ candidate: ModuleCandidate, _ excluded: [CandidateKey]) -> Bool {
    let own = CandidateKey(candidate)
    return excluded.contains {
      $0 == own || ($0.families.isEmpty && $0.certification == own.certification)
    }
  }

  private func notes(
    _ result: AnalysisResult, shortfall: Int, wanted: Int, hasCapped: Bool, accepts: (ModuleCandidate) -> Bool
  ) -> [String] {
    guard shortfall > 0 else { return [] }
    var notes = ["\(wanted - shortfall) parcours sur les \(wanted) voulus\u{A0}: il en manque \(shortfall)."]
    let all = result.candidates.filter(accepts)
    func say(_ flag: ModuleCandidate.Flag, _ why: String) {
      let count = all.count { $0.flags.contains(flag) }
      if count > 0 {
        notes.append(
          "\(count) candidat\(count > 1 ? "s" : "") laissé\(count > 1 ? "s" : "") de côté\u{A0}: \(why).")
      }
    }
    say(.singleEmployer, "un seul employeur porte l’essentiel du besoin")
    if !rules.allowsExpired {
      say(.expired, "l’enregistrement de la certification est échu (--allow-expired)")
    }
    if !rules.allowsSmallSupport {
      say(.smallSupport, "trop peu d’offres ou d’employeurs (--allow-small-support)")
    }
    if hasCapped {
      notes.append(
        "Une filière au moins a atteint son plafond de \(rules.perFiliere) parcours (--per-filiere).")
    }
    return notes
  }
}
