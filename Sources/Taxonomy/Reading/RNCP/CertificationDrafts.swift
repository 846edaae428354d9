/// Certifications being collected, in the order they were met.
struct CertificationDrafts {
  private var drafts: [CertificationDraft] = []
  private var index: [CertificationCode: Int] = [:]
  /// Codes that were passed on already.
  private var delivered = Set<CertificationCode>()
  /// What newer fiches say they replace.
  private(set) var succession: [Succession] = []

  /// Whether nothing was met at all.
  var isEmpty: Bool { drafts.isEmpty && delivered.isEmpty }

  /// Number of certifications held.
  var count: Int { drafts.count }

  /// Adds a certification; a second one of the same code is set aside.
  mutating func add(_ draft: CertificationDraft, _ log: inout FindingLog) {
    if index[draft.code] != nil || delivered.contains(draft.code) {
      log.add(CertificationFindings.duplicate(draft.file, draft.line, draft.code.description))
      return
    }
    index[draft.code] = drafts.count
    drafts.append(draft)
  }

  /// Changes the certification of a code.
  ///
  /// - Returns: `false` when there is none.
  mutating func change(_ code: CertificationCode, _ body: (inout CertificationDraft) -> Void) -> Bool {
    guard let i = index[code] else { return false }
    body(&drafts[i])
    return true
  }

  /// Notes that a certification says it replaces another, which may stand anywhere in the files.
  mutating func succeed(_ old: CertificationCode, by new: CertificationCode) {
    succession.append(Succession(old: old, new: new))
  }

  /// Gives each certification that is still held its successors; the others stay in `succession`.
  mutating func settleSuccession() {
    succession.removeAll { pair in
      guard let i = index[pair.old] else { return !delivered.contains(pair.old) }
      if pair.old != pair.new { drafts[i].successors.append(pair.new) }
      return true
    }
  }

  /// All that are held, by code; those without blocks are said.
  func certifications(_ log: inout FindingLog) -> [Certification] {
    for draft in drafts where draft.blocks.isEmpty {
      log.add(CertificationFindings.withoutBlocks(draft.file, draft.code.description, draft.line))
    }
    return drafts.map(\.certification).sorted { $0.code < $1.code }
  }

  /// Hands over what is held and forgets all but the codes.
  mutating func deliver(_ log: inout FindingLog) -> [Certification] {
    let result = certifications(&log)
    delivered.formUnion(index.keys)
    drafts = []
    index = [:]
    return result
  }
}

/// A certification replaces another, as the newer one says.
public struct Succession: Hashable, Sendable {
  /// The certification that is replaced.
  public let old: CertificationCode
  /// The one that replaces it.
  public let new: CertificationCode

  /// A replacement.
  public init(old: CertificationCode, new: CertificationCode) {
    self.old = old
    self.new = new
  }
}
