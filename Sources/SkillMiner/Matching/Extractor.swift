public import Taxonomy

/// Reads texts and returns mentions. Shared by all threads; each thread works with a `Worker` of its own.
public final class Extractor: Sendable {
  public let lexicon: Lexicon

  public init(lexicon: Lexicon) { self.lexicon = lexicon }

  /// A worker for one thread: it owns an ICU break iterator and scratch memory and is not thread-safe.
  ///
  /// - Throws: `TextError` when ICU or libstemmer is not usable.
  public func makeWorker() throws -> Worker { try Worker(lexicon: lexicon) }

  /// Extraction state of one thread.
  public final class Worker {
    let lexicon: Lexicon

    init(lexicon: Lexicon) throws { self.lexicon = lexicon }

    /// Mentions of an offer's two fields, in order of field, start and end. Never fails on content.
    ///
    /// - Parameter occupation: the offer's own occupation when known: a prior, never a filter.
    public func extract(title: String, description: String, occupation: ROMECode?) -> [Mention] { [] }

    /// Mentions of a sentence of a certification's block (field `description`, stance `mission`).
    public func extract(blockSentence: String, occupations: [ROMECode]) -> [Mention] { [] }
  }
}
