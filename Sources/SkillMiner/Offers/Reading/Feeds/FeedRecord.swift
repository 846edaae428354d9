import Taxonomy

/// A record of a feed, whatever it is written in, that answers paths such as `company/name` or `location@lat`.
protocol FeedRecord {
  /// Texts at a path, through every branch, in order; blank ones left out.
  func values(_ path: String) -> [String]
}

extension FeedRecord {
  /// The first text at a path; `nil` when there is none.
  func value(_ path: String) -> String? { values(path).first }

  /// The first text at any of the paths, tried in order.
  func first(of paths: [String]) -> String? { paths.lazy.compactMap { value($0) }.first }
}

extension RecordElement: FeedRecord {
  func values(_ path: String) -> [String] {
    let parts = path.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let elements = parts[0].split(separator: "/").reduce([self]) { level, name in
      level.flatMap { $0.all(String(name)) }
    }
    let texts = elements.compactMap { parts.count > 1 ? $0.attribute(parts[1]) : $0.markup }
    return texts.filter { $0.contains { !$0.isWhitespace } }
  }
}
