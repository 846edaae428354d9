/// Certifications being collected, in the order they were met.
struct CertificationDrafts {
  private var drafts: [CertificationDraft] = []
  private var index: [CertificationCode: Int] = [:]

  var isEmpty: Bool { drafts.isEmpty }

  /// Adds a certification; a second one of the same code is set aside.
  mutating func add(_ draft: CertificationDraft, _ log: inout FindingLog) {
    if index[draft.code] != nil {
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

  /// All, by code; those without blocks are said.
  func certifications(_ log: inout FindingLog) -> [Certification] {
    for draft in drafts where draft.blocks.isEmpty {
      log.add(CertificationFindings.withoutBlocks(draft.file, draft.code.description, draft.line))
    }
    return drafts.map(\.certification).sorted { $0.code < $1.code }
  }
}
