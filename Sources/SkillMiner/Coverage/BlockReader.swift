public import Taxonomy

/// Runs the extractor over a certification's own text: the same analyser that reads offers reads blocks, so that a
/// wording is understood alike on both sides of the comparison.
public final class BlockReader {
  private let worker: Extractor.Worker

  /// - Parameter extractor: the one the offers were read with. The reader belongs to one thread.
  /// - Throws: `TextError` when ICU or libstemmer is not usable.
  public init(extractor: Extractor) throws { worker = try extractor.makeWorker() }

  /// Reads every passage of a certification.
  ///
  /// - Parameter occupations: the occupations it leads to: a prior of the extractor, never a filter.
  public func read(_ certification: Certification, occupations: [ROMECode]) -> CertificationText {
    let passages = BlockPassage.all(of: certification).map { passage in
      let mentions = worker.extract(blockSentence: passage.text, occupations: occupations)
      return CertificationText.Passage(passage, mentions: mentions)
    }
    return CertificationText(passages: passages)
  }
}
