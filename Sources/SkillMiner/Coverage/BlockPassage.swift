public import Taxonomy

/// A piece of a certification's own text that a verdict can point to.
public struct BlockPassage: Hashable, Sendable {
  /// Where in the certification it stands.
  public enum Place: String, Sendable {
    case sentence
    case blockTitle
    case title
    case prerequisites
  }

  /// Where it stands.
  public let place: Place
  /// Code of the block, or of the certification for its title and prerequisites.
  public let code: String
  /// The passage as the source writes it.
  public let text: String

  /// Makes the value from its parts.
  public init(place: Place, code: String, text: String) {
    self.place = place
    self.code = code
    self.text = text
  }

  /// The passages of a certification: blocks in their order (title, then sentences), then title and prerequisites.
  public static func all(of certification: Certification) -> [BlockPassage] {
    var passages: [BlockPassage] = []
    for block in certification.blocks {
      passages.append(BlockPassage(place: .blockTitle, code: block.code, text: block.title))
      passages += block.sentences.map { BlockPassage(place: .sentence, code: block.code, text: $0) }
    }
    let code = certification.code.description
    passages.append(BlockPassage(place: .title, code: code, text: certification.title))
    if let short = certification.shortTitle, short != certification.title {
      passages.append(BlockPassage(place: .title, code: code, text: short))
    }
    passages.append(BlockPassage(place: .prerequisites, code: code, text: certification.prerequisites))
    return passages.filter { !$0.text.isEmpty }
  }
}
