public import Taxonomy

extension Store {
  private static var formsKey: String { "lexicon.forms" }
  private static var familiesKey: String { "lexicon.families" }
  private static var vectorsKey: String { "lexicon.vectors" }

  /// The learned forms this store is read with.
  ///
  /// - Throws: `StoreError`, or `ReadingError` when a store edited by hand holds what cannot be read.
  public func learnedForms() throws -> LearnedForms {
    guard let text = try setting(Self.formsKey) else { return .none }
    return try LearnedForms(text: text, name: "\(path)!lexicon.forms")
  }

  /// Keeps learned forms; the offers have to be read again after.
  public func keep(_ forms: LearnedForms) throws {
    try set(Self.formsKey, to: forms.forms.isEmpty ? nil : forms.text)
  }

  /// The families this store counts by; `nil` when it has none of its own.
  public func writtenFamilies() throws -> [CompetencyFamily]? {
    guard let text = try setting(Self.familiesKey) else { return nil }
    return try FamiliesFile.families(text: text, name: "\(path)!lexicon.families")
  }

  /// Keeps a table of families, or goes back to those of the program; the offers have to be read again after.
  public func keep(families text: String?) throws { try set(Self.familiesKey, to: text) }

  /// The trained vectors this store keeps; `nil` when none were trained. They are used with the release they are of only.
  ///
  /// - Throws: `StoreError` of code `corrupt` when they cannot be read.
  public func trainedVectors() throws -> TrainedVectors? {
    guard let text = try setting(Self.vectorsKey) else { return nil }
    guard let vectors = TrainedVectors(text: text) else { throw damagedVectors }
    return vectors
  }

  /// What the trained vectors were made of.
  public func trainedVectorsOrigin() throws -> TrainedVectors.Origin? {
    guard let text = try setting(Self.vectorsKey) else { return nil }
    guard let origin = TrainedVectors.origin(of: text) else { throw damagedVectors }
    return origin
  }

  /// Keeps trained vectors in place of those of before, or takes them away; the offers have to be read again after.
  public func keep(_ vectors: TrainedVectors?) throws { try set(Self.vectorsKey, to: try vectors?.text) }

  private var damagedVectors: StoreError { .corrupt(path, detail: "vecteurs appris illisibles") }

  /// Takes over the families, learned forms and trained vectors of another store; the offers have to be read again after.
  public func keepLexicon(of other: Store) throws {
    for key in [Self.formsKey, Self.familiesKey, Self.vectorsKey] {
      try set(key, to: try other.setting(key))
    }
  }
}

extension Overlays {
  /// The overlays a store is read with: those of the program, then the store's own families, learned forms and trained
  /// vectors.
  ///
  /// - Throws: see `embedded()`, `Store.learnedForms()` and `Store.trainedVectors()`.
  public static func of(_ store: Store) throws -> Overlays {
    var overlays = try embedded()
    if let families = try store.writtenFamilies() { overlays.families = families }
    overlays.add(try store.learnedForms())
    overlays.vectors = try store.trainedVectors()
    return overlays
  }
}
