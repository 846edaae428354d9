import Foundation
import SkillMiner
import Taxonomy

/// Offers to read, as the product's own readers deliver them: title and description of each distinct text.
struct Corpus {
  /// A distinct offer.
  struct Document {
    let title: String
    let description: String
    let occupation: ROMECode?
    /// What matchers of plain text are given.
    var text: String { title + "\n" + description }
  }

  private(set) var documents: [Document] = []
  /// Records read, repeated texts included.
  private(set) var read = 0
  private var seen = Set<String>()

  /// Adds the distinct offers of a file or a folder; what cannot be read as offers is passed over.
  mutating func add(path: String) throws {
    guard let today = CalendarDate(year: 2026, month: 1, day: 1) else { return }
    let reader = OfferReader(today: today)
    var documents: [Document] = []
    var read = 0
    _ = try reader.read(path: path) { record in
      guard case .offer(let offer, _, _) = record else { return }
      read += 1
      documents.append(
        Document(title: offer.title, description: offer.description, occupation: offer.occupation))
    }
    self.read += read
    for document in documents where seen.insert(document.text).inserted { self.documents.append(document) }
  }

  /// Puts the documents in a seeded order, so that the first so many are a fair sample of all.
  mutating func shuffle() { documents = Seeded.shuffled(documents) }

  /// UTF-8 bytes of all texts.
  var bytes: Int { documents.reduce(0) { $0 + $1.text.utf8.count } }
}
