import Taxonomy

extension Certification {
  /// What is known of a certification after a further source spoke of it.
  ///
  /// The export gives links and states without competence text, the full-text file the reverse: what the new record
  /// says replaces what was known, what it leaves out stays. Blocks with sentences are never replaced by bare titles.
  func merged(with newer: Certification) -> Certification {
    func fill(_ new: [String], _ old: [String]) -> [String] { new.isEmpty ? old : new }
    let newHasText = newer.blocks.contains { !$0.sentences.isEmpty }
    let oldHasText = blocks.contains { !$0.sentences.isEmpty }
    let keepsOldBlocks = newer.blocks.isEmpty || (oldHasText && !newHasText)
    return Certification(
      code: code, title: newer.title.isEmpty ? title : newer.title,
      shortTitle: newer.shortTitle ?? shortTitle,
      level: newer.level ?? level, type: newer.type ?? type, expiry: newer.expiry ?? expiry,
      isActive: newer.isActive ?? isActive,
      occupations: newer.occupations.isEmpty ? occupations : newer.occupations,
      blocks: keepsOldBlocks ? blocks : newer.blocks,
      context: newer.context.isEmpty ? context : newer.context,
      prerequisites: newer.prerequisites.isEmpty ? prerequisites : newer.prerequisites,
      formacodes: fill(newer.formacodes, formacodes), nsf: fill(newer.nsf, nsf),
      certifiers: fill(newer.certifiers, certifiers),
      successors: newer.successors.isEmpty ? successors : newer.successors)
  }
}
