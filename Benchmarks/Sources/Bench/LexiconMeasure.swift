import CHeap
@testable import SkillMiner
import Taxonomy

/// What the product's own lexicon costs: time to build, memory it holds.
enum LexiconMeasure {
  static func release(_ rome: String?) throws -> TaxonomyRelease {
    if let rome { return try ROMEReader.read(path: rome).release }
    return try EmbeddedTaxonomy.release()
  }

  /// The lexicon with all overlays.
  static func lexicon(_ rome: String?) throws -> Lexicon {
    try Lexicon(release: try release(rome), overlays: try Overlays.embedded())
  }

  /// Heap and wide pages.
  private static func bytesHeld() -> Int { Int(heap_bytes_held()) + WideMemory.bytesHeld }

  /// One JSON line: CPU seconds of reading and building, memory held by release and by lexicon.
  static func line(_ rome: String?) throws -> String {
    let start = bytesHeld()
    var release: TaxonomyRelease?
    var failure: (any Error)?
    let reading = Pass.timed {
      do { release = try Self.release(rome) } catch { failure = error }
      return Pass.Result()
    }
    if let failure { throw failure }
    guard let release else { return "{}" }
    let afterReading = bytesHeld()
    var lexicon: Lexicon?
    let building = Pass.timed {
      do {
        lexicon = try Lexicon(release: release, overlays: try Overlays.embedded())
      } catch { failure = error }
      return Pass.Result()
    }
    if let failure { throw failure }
    let held = bytesHeld() - afterReading
    return withExtendedLifetime(lexicon) {
      """
      {"stage":"lexicon","items":\(release.competencies.count),"read_s":\(reading.cpu),"build_s":\(building.cpu),\
      "release_bytes":\(afterReading - start),"lexicon_bytes":\(held)}
      """
    }
  }
}
