import SkillMiner
import Taxonomy

/// One answer of `extract`.
struct ExtractOutput {
  let input: ExtractInput
  let mentions: [Mention]

  /// A JSON object with fields in fixed order, and a line feed.
  var line: String {
    var bytes = OutputBytes()
    append(to: &bytes)
    return bytes.string
  }

  /// Appends the bytes of `line`.
  func append(to bytes: inout OutputBytes) {
    JSONBytes.append("{\"id\":", to: &bytes)
    JSONBytes.append(string: input.identifier, to: &bytes)
    JSONBytes.append(",\"mentions\":[", to: &bytes)
    var title = ScalarSlices(input.offer.title)
    var description = ScalarSlices(input.offer.description)
    for (index, mention) in mentions.enumerated() {
      if index > 0 { bytes.append(0x2C) }
      let isTitle = mention.field == .title
      JSONBytes.append(
        isTitle ? "{\"field\":\"title\",\"start\":" : "{\"field\":\"description\",\"start\":", to: &bytes)
      JSONBytes.append(mention.start, to: &bytes)
      JSONBytes.append(",\"end\":", to: &bytes)
      JSONBytes.append(mention.end, to: &bytes)
      JSONBytes.append(",\"text\":\"", to: &bytes)
      if isTitle {
        title.withBytes(of: mention.start..<mention.end) { JSONBytes.append(escaping: $0, to: &bytes) }
      } else {
        description.withBytes(of: mention.start..<mention.end) { JSONBytes.append(escaping: $0, to: &bytes) }
      }
      if let code = mention.code {
        JSONBytes.append("\",\"code\":\"", to: &bytes)
        JSONBytes.append(Int(code.number), to: &bytes)
        JSONBytes.append("\",\"family\":", to: &bytes)
      } else {
        JSONBytes.append("\",\"code\":null,\"family\":", to: &bytes)
      }
      if let family = mention.family {
        JSONBytes.append(string: family, to: &bytes)
      } else {
        JSONBytes.append("null", to: &bytes)
      }
      JSONBytes.append(",\"kind\":\"", to: &bytes)
      JSONBytes.append(raw: mention.kind.rawValue, to: &bytes)
      JSONBytes.append("\",\"stance\":\"", to: &bytes)
      JSONBytes.append(raw: mention.stance.rawValue, to: &bytes)
      JSONBytes.append("\",\"origin\":", to: &bytes)
      JSONBytes.append(string: mention.origin, to: &bytes)
      bytes.append(0x7D)
    }
    JSONBytes.append("]}\n", to: &bytes)
  }
}
