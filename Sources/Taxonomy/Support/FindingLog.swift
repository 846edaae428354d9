/// Collects findings and keeps a thousand of one sort from hiding the others: each code is told a number of times in
/// full, then summed up in one line.
public struct FindingLog: Sendable {
  private let limit: Int
  private var kept: [Finding] = []
  private var counts: [String: Int] = [:]

  /// - Parameter limit: how many findings of one code and file are told in full.
  public init(limit: Int = 20) {
    self.limit = limit
  }

  /// Notes a finding.
  public mutating func add(_ finding: Finding) {
    let n = counts[Self.key(finding), default: 0] + 1
    counts[Self.key(finding)] = n
    if n <= limit { kept.append(finding) }
  }

  /// Notes findings.
  public mutating func add(_ findings: [Finding]) {
    for finding in findings { add(finding) }
  }

  /// Everything noted, in order; what was over the limit as a sum behind the last of its sort.
  public var findings: [Finding] {
    var left = counts
    var result: [Finding] = []
    for finding in kept {
      result.append(finding)
      let key = Self.key(finding)
      left[key, default: 0] -= 1
      let told = min(limit, counts[key, default: 0])
      let over = counts[key, default: 0] - told
      if over > 0, left[key] == over {
        result.append(
          Finding(
            severity: finding.severity, code: finding.code, file: finding.file,
            message: "\(over) autres enregistrements ont le même défaut.", advice: finding.advice, count: over
          ))
      }
    }
    return result
  }

  private static func key(_ finding: Finding) -> String { finding.code + " " + finding.file }
}
