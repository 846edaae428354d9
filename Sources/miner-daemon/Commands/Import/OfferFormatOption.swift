import ArgumentParser
import SkillMiner
import Taxonomy

/// What offer files are said to be. The reader recognises formats by content; a format that is named is a check, so that
/// a wrong file is refused before anything of it is imported.
enum OfferFormatOption: String, ExpressibleByArgument, CaseIterable {
  case auto
  case franceTravail = "france-travail"
  case jsonl
  case csv

  /// - Throws: `CommandFailure` when the content is of another format; `ReadingError` when it cannot be read.
  func check(_ path: String) throws {
    // Standard input can be read once only.
    guard self != .auto, path != "-" else { return }
    try InputArchive.forEachMember(of: path) { member in
      var start: [UInt8] = []
      while start.count < 1 << 16, try member.append(upTo: 1 << 16, to: &start) > 0 {}
      guard let found = OfferFormat.detect(start), !accepts(found) else { return }
      throw CommandFailure(
        "\(member.name)\u{A0}: ce fichier n’est pas au format «\u{A0}\(rawValue)\u{A0}». "
          + "Retirez «\u{A0}--format\u{A0}»\u{A0}: le format est reconnu au contenu.")
    }
  }

  private func accepts(_ format: OfferFormat) -> Bool {
    switch (self, format) {
    case (.auto, _), (.franceTravail, .json), (.franceTravail, .jsonLines), (.jsonl, .jsonLines),
      (.csv, .csv):
      true
    default:
      false
    }
  }
}
