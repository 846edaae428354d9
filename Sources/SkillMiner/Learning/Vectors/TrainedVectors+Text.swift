import Foundation
import Taxonomy

extension TrainedVectors {
  /// What they were made of, as a store keeps it.
  private struct Head: Codable {
    let release: String
    let releaseName: String
    let offers: Int
    let seed: Int
    let library: String
    let trained: String
  }

  /// What a store keeps: a line that says what they were made of (JSON), then the vectors (Base64 of `bytes`).
  var text: String {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = .sortedKeys
      let head = try encoder.encode(
        Head(
          release: origin.release, releaseName: origin.releaseName, offers: origin.offers, seed: origin.seed,
          library: origin.library, trained: origin.trained.description))
      return String(decoding: head, as: UTF8.self) + "\n" + Data(bytes).base64EncodedString()
    }
  }

  /// - Returns: `nil` when the text is damaged.
  init?(text: String) {
    guard let end = text.firstIndex(of: "\n"), let origin = Self.origin(of: text),
      let bytes = Data(base64Encoded: String(text[text.index(after: end)...]))
    else { return nil }
    self.init(origin: origin, bytes: [UInt8](bytes))
  }

  /// What the vectors of a text were made of; `nil` when it is damaged.
  static func origin(of text: String) -> Origin? {
    let line = Data(text.prefix { $0 != "\n" }.utf8)
    guard let head = try? JSONDecoder().decode(Head.self, from: line), let day = CalendarDate(head.trained)
    else { return nil }
    return Origin(
      release: head.release, releaseName: head.releaseName, offers: head.offers, seed: head.seed,
      library: head.library, trained: day)
  }
}
