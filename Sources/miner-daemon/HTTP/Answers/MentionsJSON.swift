import SkillMiner
import Taxonomy

/// Mentions as `extract` writes them.
enum MentionsJSON {
  static func items(_ mentions: [Mention], title: String, description: String) -> JSON {
    let title = Array(title.unicodeScalars)
    let description = Array(description.unicodeScalars)
    return .array(
      mentions.map { mention in
        let field = mention.field == .title ? title : description
        let isInside = mention.start >= 0 && mention.start <= mention.end && mention.end <= field.count
        let text = isInside ? String(String.UnicodeScalarView(field[mention.start..<mention.end])) : ""
        return .object([
          ("field", .string(mention.field.rawValue)), ("start", .integer(mention.start)),
          ("end", .integer(mention.end)), ("text", .string(text)),
          ("code", .string(mention.code?.description)), ("family", .string(mention.family)),
          ("kind", .string(mention.kind.rawValue)), ("stance", .string(mention.stance.rawValue)),
          ("origin", .string(mention.origin)),
        ])
      })
  }
}
