import Synchronization
public import Taxonomy

/// Proposes occupations for a job or certification title by matching it against the appellations of a release.
///
/// The same phrase index as for competencies, over job titles: any order, inflection free, rare words first.
public final class OccupationProposer: Sendable {
  /// A proposal with its score between 0 and 1: how much of the appellation the title holds, and of the title the
  /// appellation explains.
  public struct Proposal: Hashable, Sendable {
    /// The occupation card.
    public let occupation: ROMECode
    /// The job title that fitted.
    public let appellation: String
    /// 0 to 1.
    public let score: Double

    /// Makes the value from its parts.
    public init(occupation: ROMECode, appellation: String, score: Double) {
      self.occupation = occupation
      self.appellation = appellation
      self.score = score
    }
  }

  /// Proposals below this are not made.
  public static let minimumScore = 0.6

  private let appellations: [Appellation]
  private let state: Mutex<State>

  /// An analyser and a linker are one thread's; proposing is rare enough to share one pair behind a lock.
  private struct State: @unchecked Sendable {
    let analyzer: Analyzer
    let linker: PhraseLinker
    let words = ClauseWords()
  }

  /// - Throws: `TextError` when ICU or libstemmer is not usable.
  public init(lexicon: Lexicon) throws {
    appellations = lexicon.release.appellations
    state = Mutex(
      State(
        analyzer: try Analyzer(vocabulary: lexicon.vocabulary),
        linker: PhraseLinker(index: lexicon.titleIndex)))
  }

  /// Proposals in descending score, then ascending code; empty when nothing fits well enough.
  ///
  /// - Parameters:
  ///   - title: a job title or the title of a certification, as written.
  ///   - limit: the most proposals wanted.
  public func propose(title: String, limit: Int = 3) -> [Proposal] {
    state.withLock { state in
      let tokens = state.analyzer.tokens(of: title)
      let linker = state.linker
      var best: [ROMECode: Proposal] = [:]
      // Brackets and dashes hold places, contracts and "H/F": each clause of the title is tried alone, but what the
      // rest of the title says and the appellation does not still counts, by half.
      let clauses = Clauses.split(tokens)
      let words = state.words
      func load(_ clause: Clause) {
        tokens.withUnsafeBufferPointer { words.load($0, clause.range, linker.index.keyWeights) }
      }
      let weights = clauses.map { clause -> Float in
        load(clause)
        return words.weight(0..<words.count)
      }
      let total = weights.reduce(0, +)
      for (clause, weight) in zip(clauses, weights) {
        load(clause)
        guard words.count > 0 else { continue }
        for fit in linker.fits(words, 0..<words.count, limit: 24) {
          let explained = Double(fit.shared / (0.5 * weight + 0.5 * total))
          let label = Double(fit.labelCoverage)
          let score = 2 * label * explained / max(label + explained, 1e-9)
          guard score >= Self.minimumScore else { continue }
          let appellation = appellations[Int(linker.item(of: fit.phrase))]
          if let known = best[appellation.occupation], known.score >= score { continue }
          best[appellation.occupation] = Proposal(
            occupation: appellation.occupation, appellation: appellation.label, score: score)
        }
      }
      return Array(
        best.values.sorted { ($0.score, $1.occupation) > ($1.score, $0.occupation) }.prefix(limit))
    }
  }
}
