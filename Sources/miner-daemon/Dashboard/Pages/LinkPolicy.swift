import SkillMiner

/// What an address becomes in the form of the site that is written.
struct LinkPolicy: Sendable {
  /// The `href` of a page; `nil` when that page is not there.
  let page: @Sendable (Link) -> String?
  /// The `href` of a twin of a page (`json`, `csv`, `xlsx`); `nil` when there is none.
  let twin: @Sendable (Link, String) -> String?
  /// The `href` of the style sheet.
  let style: String
  /// Whether forms have a server to go to.
  let hasServer: Bool
  /// Whether printed sheets are to be had as PDF.
  var hasPress = false

  /// A server at the root of its host.
  static let server = LinkPolicy(
    page: { $0.address }, twin: { $0.twin($1) }, style: "/style-\(SiteStyle.version).css", hasServer: true,
    hasPress: PDFPrinter.installed != nil)
}
