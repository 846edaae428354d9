import Foundation
import Taxonomy
import TestSupport
import Testing

@testable import SkillMiner

/// What is kept between two imports: workers, no more than cores, and nothing is read that a store has already.
@Suite struct IdleWorkersTests {
  private static let offers = (0..<80).map { number in
    OfferToRead(
      offer: 0, title: "Cariste \(number)",
      description: "CACES R489 exigé, permis B souhaité. Vous tenez l’inventaire.",
      occupation: nil, occupationLabel: nil, appellation: nil)
  }

  @Test func keptWorkersReadTheSame() throws {
    let engine = try ReadingEngine(release: try EmbeddedTaxonomy.release(), overlays: try Overlays.embedded())
    #expect(engine.idle.count == 0)
    let first = try ReadingPool(engine: engine, threads: 1).read(Self.offers).map(\.mentions)
    #expect(engine.idle.count == 1)
    let second = try ReadingPool(engine: engine, threads: 2).read(Self.offers).map(\.mentions)
    #expect(first == second)
    #expect(first.contains { !$0.isEmpty })
    // Two pools at once have workers of their own; afterwards no more stay than there are cores.
    do {
      let pools = try (0..<4).map { _ in try ReadingPool(engine: engine, threads: 4) }
      #expect(pools.map { $0.read(Self.offers).map(\.mentions) }.allSatisfy { $0 == first })
    }
    #expect(engine.idle.count == ProcessInfo.processInfo.activeProcessorCount)
  }

  @Test func aFurnishedStoreNeedsNoOverlays() throws {
    struct Unwanted: Error {}
    let folder = try ScratchFolder()
    let store = try Store(path: folder.path("m.sqlite"), access: .readWrite)
    let today = try #require(CalendarDate("2026-10-01"))
    func unwanted() throws -> Overlays { throw Unwanted() }
    #expect(throws: Unwanted.self) {
      try EmbeddedImporter(store: store, overlays: try unwanted(), today: today).furnish()
    }
    let records = try EmbeddedImporter(store: store, overlays: try Overlays.embedded(), today: today)
      .furnish()
    #expect(records.count == 2)
    #expect(try EmbeddedImporter(store: store, overlays: try unwanted(), today: today).furnish().isEmpty)
  }
}
