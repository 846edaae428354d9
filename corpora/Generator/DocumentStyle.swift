/// How an employer lays out an advertisement.
enum DocumentStyle: CaseIterable {
  case headings, paragraphs, agency, terse, capitals, html, glued

  /// Shares in hundredths, in the order of the cases.
  private static let shares = [42, 22, 16, 10, 3, 4, 3]

  static func draw(_ random: inout SeededGenerator) -> DocumentStyle {
    var left = random.below(100)
    for (style, share) in zip(allCases, shares) {
      left -= share
      if left < 0 { return style }
    }
    return .headings
  }

  /// JSON-escaped line break.
  func lineBreak(_ random: inout SeededGenerator) -> Bytes {
    switch self {
    case .html: Bytes((random.chance(0.5) ? "<br>" : "<br />\\n").utf8)
    case .glued: []
    default: Bytes("\\n".utf8)
    }
  }

  private static let bullets = ["- ", "- ", "* ", "• ", "– ", "> ", "· ", "***", ""].map { Bytes($0.utf8) }

  func bullet(_ random: inout SeededGenerator) -> Bytes {
    self == .glued ? [] : random.pick(Self.bullets)
  }
}
