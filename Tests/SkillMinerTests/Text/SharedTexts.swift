import Foundation
import Taxonomy
import TestSupport

/// Titles and descriptions of the shared offers, as UTF-16 units; read once.
enum SharedTexts {
  static let all = Result { () throws -> [[UInt16]] in
    var texts: [[UInt16]] = []
    try InputArchive.forEachMember(of: SharedData.file("data/offers/offers-dev.jsonl.gz").path) { member in
      let lines = LineReader(member)
      while let line = try lines.next() {
        guard case .text(_, let bytes) = line,
          let object = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
        else { continue }
        for name in ["title", "description"] {
          if let text = object[name] as? String { texts.append(Array(text.utf16)) }
        }
      }
    }
    return texts
  }
}
