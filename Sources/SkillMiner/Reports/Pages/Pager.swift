/// Links to the pages of a long list.
enum Pager {
  /// The page that is shown where some page was asked for: the last one for addresses that lead beyond it, as those kept
  /// from a time with more rows do.
  static func number(_ asked: Int, count: Int, size: Int) -> Int {
    min(max(1, asked), max(1, (count + size - 1) / size))
  }

  static func blocks(count: Int, size: Int, page: Int, link: (Int) -> Link) -> [Block] {
    let pages = (count + size - 1) / size
    guard pages > 1 else { return [] }
    var parts: [PageText] = []
    if page > 1 { parts.append("\(link: "Page précédente", to: link(page - 1))") }
    parts.append("page \(page) sur \(pages)")
    if page < pages { parts.append("\(link: "Page suivante", to: link(page + 1))") }
    return [.text(PageText.joined(parts, separator: " · "))]
  }
}
