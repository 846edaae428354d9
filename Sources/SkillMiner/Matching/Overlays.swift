public import Taxonomy

/// Data written by people beside a taxonomy: families of near-equivalents, further ways of writing an item, synonyms,
/// wordings that demand nothing.
public struct Overlays: Sendable {
  /// Families of near-equivalents.
  public var families: [CompetencyFamily]
  /// Further ways of writing items.
  public var forms: [SurfaceForm]
  /// Folded word → folded word whose key it shares.
  public var synonyms: [Synonym]
  /// Wordings that demand nothing when they stand as a proposal of their own: titles, headings, stock lines.
  public var stopPhrases: [String]
  /// What must be said for an item to be proposed by the phrase linker.
  public var itemGuards: [ItemGuard]
  /// Weights of the phrase linker.
  public var model: LinkerModel
  /// Weights of the phrase linker where trained vectors are read with; those of `model` when `nil`.
  public var trainedModel: LinkerModel?
  /// Vectors trained on a store's own offers.
  public var vectors: TrainedVectors?

  /// No overlay at all.
  public static let none = Overlays()

  /// Makes the value from its parts.
  public init(
    families: [CompetencyFamily] = [], forms: [SurfaceForm] = [], synonyms: [Synonym] = [],
    stopPhrases: [String] = [], itemGuards: [ItemGuard] = [], model: LinkerModel = .none
  ) {
    self.families = families
    self.forms = forms
    self.synonyms = synonyms
    self.stopPhrases = stopPhrases
    self.itemGuards = itemGuards
    self.model = model
  }

  /// The trained vectors a release is read with; `nil` when there are none or they were trained on another release.
  ///
  /// - Parameter release: digest of the release.
  func vectors(over release: String) -> TrainedVectors? {
    vectors.flatMap { $0.origin.release == release ? $0 : nil }
  }

  /// The weights a release is read with.
  func model(over release: String) -> LinkerModel {
    vectors(over: release) == nil ? model : trainedModel ?? model
  }

  /// The overlays compiled into the binary (`taxonomy-data/overlays/`, `taxonomy-data/model/`).
  ///
  /// - Throws: `ReadingError` or `ModelError` naming the record that cannot be used.
  public static func embedded() throws -> Overlays { try OverlayReader.embedded() }
}
