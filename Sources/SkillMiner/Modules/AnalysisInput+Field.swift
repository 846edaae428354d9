public import Taxonomy

/// What the field said, when the input knows: `Store` does.
public protocol FieldReading {
  /// Field signals that stand, oldest observation first.
  func fieldSignals() throws -> [FieldSignal]
}

/// How tight recruitment is, when the input knows: `Store` does.
public protocol TensionReading {
  /// See `Store.tension(of:in:release:)`.
  func tension(
    of occupations: Set<ROMECode>, in territory: CubeScope.TerritoryKey?, release: TaxonomyRelease
  ) throws -> [TensionFigure]
}

extension Store: FieldReading, TensionReading {}

extension AnalysisInput {
  /// Field signals of an input that keeps any.
  func fieldSignals() throws -> [FieldSignal] { try (self as? any FieldReading)?.fieldSignals() ?? [] }

  /// Share of difficult recruitments in some occupations; `nil` when no table says it.
  func tension(of occupations: [ROMECode], in territory: Territory?, release: TaxonomyRelease) throws
    -> Double?
  {
    let place = territory.map { CubeScope.TerritoryKey(level: $0.level, code: $0.code) }
    return try (self as? any TensionReading)?
      .tension(of: Set(occupations), in: place, release: release)
      .first { $0.survey == .bmo }?.difficultShare
  }
}
