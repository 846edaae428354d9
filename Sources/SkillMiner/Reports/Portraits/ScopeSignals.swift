import Taxonomy

/// Signals of the offers of a scope.
struct ScopeSignals: Sendable {
  let request: SignalRequest
  let table: SignalTable
  /// What the reader has to know before any figure.
  let warnings: [Finding]

  /// `nil` when one of the windows holds no offer.
  init?(_ cube: CubeColumns, windows: SignalWindows, lexicon: Lexicon) {
    request = SignalRequest(scope: CubeScope(), title: "signaux", windows: windows, options: [])
    table = SignalTable(cube, windows: windows, families: lexicon.families)
    guard table.offersReference > 0, table.offersRecent > 0 else { return nil }
    warnings = SignalWarnings.all(table, cube: cube, request: request)
  }
}
