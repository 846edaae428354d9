import Taxonomy

/// What makes a candidate the same from one analysis to the next: its certification and its families.
public struct CandidateKey: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
  /// Code of the certification, as in `RNCP34860`.
  public let certification: String
  /// Identifiers of the families, ascending.
  public let families: [String]

  /// Families are put in ascending order.
  public init(certification: String, families: [String]) {
    self.certification = certification
    self.families = families.sorted()
  }

  /// The key of a candidate.
  public init(_ candidate: ModuleCandidate) {
    self.init(
      certification: candidate.certification.code.description,
      families: candidate.families.map(\.family.id))
  }

  /// Reads `RNCP34860:caces-r489+permis-b`, or a code alone, which has no families.
  public init?(_ text: String) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first, !first.isEmpty else { return nil }
    self.init(
      certification: String(first),
      families: parts.count > 1 ? parts[1].split(separator: "+").map(String.init) : [])
  }

  /// `RNCP34860:caces-r489+permis-b`.
  public var description: String { certification + ":" + families.joined(separator: "+") }

  /// How much two keys share: families in common among all families, 0 for another certification.
  public func likeness(_ other: CandidateKey) -> Double {
    guard certification == other.certification else { return 0 }
    let both = Set(families).intersection(other.families).count
    let all = Set(families).union(other.families).count
    return all == 0 ? 0 : Double(both) / Double(all)
  }

  /// By certification, then families.
  public static func < (a: CandidateKey, b: CandidateKey) -> Bool {
    (a.certification, a.description) < (b.certification, b.description)
  }
}
