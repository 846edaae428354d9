import SkillMiner
import Synchronization

/// Pages that a page leads to, collected while it is written.
final class FoundLinks: Sendable {
  private let links = Mutex<[Link]>([])

  func insert(_ link: Link) { links.withLock { $0.append(link) } }

  /// In the order they were met.
  var all: [Link] { links.withLock { $0 } }
}
