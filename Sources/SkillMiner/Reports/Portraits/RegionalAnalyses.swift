import Synchronization
package import Taxonomy

/// Analyses of single regions beside the published one: made when somebody draws for a region, then kept as long as what
/// is published.
package final class RegionalAnalyses: Sendable {
  /// Told how many certifications are done, and of how many; what it throws ends the analysis.
  package typealias Progress = (Int, Int) throws -> Void

  private let make: @Sendable (Territory, Progress) throws -> AnalysisResult
  private let state = Mutex<[String: AnalysisResult]>([:])
  /// One is made at a time: two who ask for the same wait for it rather than make it twice.
  private let making = Mutex(())

  /// - Parameter make: counts the offers of a territory alone.
  package init(make: @escaping @Sendable (Territory, Progress) throws -> AnalysisResult) { self.make = make }

  /// The analysis of a region by its code, when it was made before; costs nothing.
  package func known(_ code: String) -> AnalysisResult? { state.withLock { $0[code] } }

  /// The analysis of a region. Takes its time when it is new.
  ///
  /// - Throws: what the store and the analysis throw.
  package func result(of region: Territory, progress: Progress = { _, _ in }) throws -> AnalysisResult {
    if let known = known(region.code) { return known }
    return try making.withLock { _ in
      if let known = known(region.code) { return known }
      let result = try make(region, progress)
      state.withLock { $0[region.code] = result }
      return result
    }
  }
}
