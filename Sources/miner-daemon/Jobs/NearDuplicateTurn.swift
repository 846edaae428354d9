import SkillMiner

/// Comparing offers with one another costs as much as there are offers: it is done once after a run of imports, not
/// after each. That it is owed stands in the store, so that a dead process does not forget it.
struct NearDuplicateTurn {
  private static let key = "service.near-duplicates"

  let app: ServiceApp

  /// Remembers that offers will have to be compared.
  func owe() throws {
    if try app.store.setting(Self.key) == nil { try app.store.set(Self.key, to: "due") }
  }

  /// Queues the comparison when it is owed and no import waits that would owe it again.
  func schedule() throws {
    guard try app.store.setting(Self.key) != nil else { return }
    let waiting = try app.store.jobs(before: nil, state: .queued, limit: 500)
    guard
      !waiting.contains(where: {
        $0.kind == JobKind.offers.rawValue || $0.kind == JobKind.nearDuplicates.rawValue
      })
    else { return }
    _ = try app.jobs.add(
      .nearDuplicates, JobParameters(), requester: nil, store: app.store, clock: app.clock)
  }

  /// Compares all offers.
  func compare(_ report: @escaping IngestProgressHandler) throws -> String {
    try OfferImporter.compareOffers(of: app.store, progress: report)
    try app.store.set(Self.key, to: nil)
    return "{}"
  }
}
