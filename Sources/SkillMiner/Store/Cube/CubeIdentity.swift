/// What a cube was made with. Cubes add up, and mean the same, only where all of it is equal.
public struct CubeIdentity: Hashable, Sendable {
  /// Version of the program.
  public let program: String
  /// Digest of the release.
  public let taxonomy: String
  /// Digest of the lexicon.
  public let lexicon: String
  /// Digest of the map places were resolved with.
  public let territories: String

  /// Makes the value from its parts.
  public init(program: String, taxonomy: String, lexicon: String, territories: String) {
    self.program = program
    self.taxonomy = taxonomy
    self.lexicon = lexicon
    self.territories = territories
  }
}
