import Foundation

/// Small conversions that the sources of certifications share.
enum CertificationFields {
  /// White space single, doubled apostrophes resolved; empty for `null`.
  static func text(_ text: String) -> String {
    // Most fields have nothing to be put right.
    let text = text.utf8.contains(0x27) ? text.replacing("''", with: "'") : text
    return PlainLines.collapsed(text.composed)
  }

  /// A date in any of the forms met: `2025-07-28 …`, `28/07/2025`, and `8/31/16` (month first) of the exports of 2021.
  static func date(_ text: String) -> CalendarDate? {
    let text = text.trimmingCharacters(in: .whitespaces)
    if let date = CalendarDate(text) { return date }
    let parts = text.split(separator: "/").compactMap { Int($0) }
    guard parts.count == 3, parts[2] < 100 else { return nil }
    return CalendarDate(year: 2000 + parts[2], month: parts[0], day: parts[1])
  }

  /// `ACTIVE`, `INACTIVE`, `Oui`, `Non`; `nil` when not said.
  static func isActive(_ text: String) -> Bool? {
    switch text.uppercased() {
    case "ACTIVE", "OUI", "TRUE": true
    case "INACTIVE", "NON", "FALSE": false
    default: nil
    }
  }

  /// A block as the register's raw text or a list gives it. The raw text is the better source: lists were split by simple
  /// rules.
  static func block(code: String, title: String, raw: String, listed: [String]) -> CompetencyBlock {
    let isEmpty = raw.allSatisfy(\.isWhitespace)
    return CompetencyBlock(
      code: code, title: text(title),
      sentences: BlockText.sentences(isEmpty ? listed.joined(separator: "\n") : raw))
  }

  /// The code before a colon: `42872 : Sécurité incendie`.
  static func code(_ text: String) -> String {
    String(text.prefix { $0 != ":" && !$0.isWhitespace })
  }
}
