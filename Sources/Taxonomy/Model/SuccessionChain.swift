/// What a certification became, through every replacement since.
public struct SuccessionChain: Sendable {
  private let successors: [CertificationCode: [CertificationCode]]

  /// Takes the replacements that the certifications themselves name.
  public init(_ certifications: [Certification]) {
    successors = Dictionary(
      certifications.map { ($0.code, $0.successors) }, uniquingKeysWith: { first, _ in first })
  }

  /// The certifications at the end of the chain, by code; the certification itself when nothing replaces it.
  ///
  /// A chain that goes round ends where it would begin again.
  public func current(of code: CertificationCode) -> [CertificationCode] {
    var ends = Set<CertificationCode>()
    var seen = Set<CertificationCode>()
    var waiting = [code]
    while let next = waiting.popLast() {
      guard seen.insert(next).inserted else { continue }
      let further = (successors[next] ?? []).filter { !seen.contains($0) }
      if further.isEmpty { ends.insert(next) } else { waiting += further }
    }
    return ends.sorted()
  }
}
