import Taxonomy

/// The job titles an appellation stands for: masculine, feminine, short.
enum TitleVariants {
  /// *Cariste / Conductrice de chariot* → both sides and the short label's sides.
  static func titles(_ appellation: Appellation) -> [String] {
    var seen = Set<String>()
    return [appellation.label, appellation.shortLabel].flatMap { label in
      label.split(separator: "/").map { side in
        String(side).split(separator: " ").joined(separator: " ")
      }
    }.filter { !$0.isEmpty && seen.insert($0).inserted }
  }
}
