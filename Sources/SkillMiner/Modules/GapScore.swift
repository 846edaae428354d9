public import Taxonomy

/// How well candidates find gaps whose truth is known: the certification and the family have to be right.
public struct GapScore: Hashable, Sendable {
  /// One gap.
  public struct Gap: Hashable, Comparable, Sendable {
    /// The certification that leaves the family out.
    public let certification: CertificationCode
    /// Identifier of the family.
    public let family: String

    /// Makes the value from its parts.
    public init(certification: CertificationCode, family: String) {
      self.certification = certification
      self.family = family
    }

    /// By certification, then family.
    public static func < (a: Gap, b: Gap) -> Bool {
      (a.certification, a.family) < (b.certification, b.family)
    }
  }

  /// Planted and found; ascending, like the two others.
  public let found: [Gap]
  /// Planted and not found.
  public let missed: [Gap]
  /// Found and not planted, of a family that the truth plants somewhere.
  public let unexpected: [Gap]
  /// Found, of a family the truth says nothing of (the ordinary tasks of an occupation): neither right nor wrong.
  public let unjudged: [Gap]

  /// - Parameters:
  ///   - truth: the planted gaps.
  ///   - undecided: pairs too close to the threshold to be called right or wrong; they count nowhere.
  ///   - families: the families the truth speaks of; a proposal of another is not judged. Every family when `nil`.
  public init(
    candidates: [ModuleCandidate], truth: some Sequence<Gap>, undecided: some Sequence<Gap> = [],
    families: Set<String>? = nil
  ) {
    let planted = Set(truth)
    let all = Set(
      candidates.flatMap { candidate in
        candidate.families.map {
          Gap(certification: candidate.certification.code, family: $0.family.id)
        }
      })
    let proposed = all.subtracting(Set(undecided).subtracting(planted))
    found = planted.intersection(proposed).sorted()
    missed = planted.subtracting(proposed).sorted()
    let further = proposed.subtracting(planted)
    unexpected = further.filter { families?.contains($0.family) ?? true }.sorted()
    unjudged = further.subtracting(unexpected).sorted()
  }

  /// Share of the proposed gaps that were planted; `nil` when nothing was proposed.
  public var precision: Double? { Self.share(found.count, unexpected.count) }

  /// Share of the planted gaps that were proposed; `nil` when nothing was planted.
  public var recall: Double? { Self.share(found.count, missed.count) }

  private static func share(_ right: Int, _ wrong: Int) -> Double? {
    right + wrong > 0 ? Double(right) / Double(right + wrong) : nil
  }
}
