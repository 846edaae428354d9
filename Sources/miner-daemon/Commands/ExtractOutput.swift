import SkillMiner
import Taxonomy

/// One answer of `extract`.
struct ExtractOutput {
  let input: ExtractInput
  let mentions: [Mention]

  /// A JSON object with fields in fixed order, and a line feed.
  var line: String {
    let title = Array(input.offer.title.unicodeScalars)
    let description = Array(input.offer.description.unicodeScalars)
    let items = mentions.map { mention in
      let field = mention.field == .title ? title : description
      let text = String(String.UnicodeScalarView(field[mention.start..<mention.end]))
      return "{\"field\":\"\(mention.field.rawValue)\",\"start\":\(mention.start),\"end\":\(mention.end),"
        + "\"text\":\(JSONText.string(text)),\"code\":\(JSONText.string(mention.code?.description)),"
        + "\"family\":\(JSONText.string(mention.family)),\"kind\":\"\(mention.kind.rawValue)\","
        + "\"stance\":\"\(mention.stance.rawValue)\",\"origin\":\(JSONText.string(mention.origin))}"
    }
    return "{\"id\":\(JSONText.string(input.identifier)),\"mentions\":[\(items.joined(separator: ","))]}\n"
  }
}
