public import Taxonomy

/// Everything needed to read offers with one release: built once, shared by all threads.
public final class ReadingEngine: Sendable {
  /// The release it was built from.
  public let release: TaxonomyRelease
  /// Finds mentions.
  public let extractor: Extractor
  /// Proposes occupations for titles.
  public let proposer: OccupationProposer
  let occupations: OccupationResolver
  /// Workers between two imports.
  let idle = IdleWorkers()

  /// Builds the lexicon.
  ///
  /// - Parameters:
  ///   - release: the taxonomy.
  ///   - overlays: written forms and families.
  ///   - shelf: keeps the trie of forms for the next run; `nil` to build it each time.
  public init(release: TaxonomyRelease, overlays: Overlays, shelf: TrieShelf? = nil) throws {
    self.release = release
    let lexicon = try Lexicon(release: release, overlays: overlays, shelf: shelf)
    extractor = Extractor(lexicon: lexicon)
    proposer = try OccupationProposer(lexicon: lexicon)
    occupations = OccupationResolver(release: release, proposer: proposer)
  }

  /// What the engine looks for.
  public var lexicon: Lexicon { extractor.lexicon }

  /// Codes a feed may give: those of the release and the older ones they descend from.
  var acceptedOccupations: Set<ROMECode> {
    Set(release.occupations.flatMap { [$0.code, $0.parent] })
  }
}
