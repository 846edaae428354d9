import Foundation
import Taxonomy

/// The text that vectors are trained on: content keys, a clause a line, written to a file without a name.
///
/// A word the lexicon does not know stands for itself. The file is unlinked at once, so that a program that is killed
/// leaves no words of offers behind.
final class TrainingText {
  private static let flushAt = 1 << 20

  private let lexicon: Lexicon
  private let analyzer: Analyzer
  private let folder: String
  private let descriptor: Int32
  private var bytes: [UInt8] = []

  /// - Throws: `TextError`; `ReadingError` when the temporary folder takes no file.
  init(lexicon: Lexicon) throws {
    self.lexicon = lexicon
    analyzer = try Analyzer(vocabulary: lexicon.vocabulary)
    folder = FileManager.default.temporaryDirectory.path
    var name = Array("\(folder)/skillminer-XXXXXX".utf8CString)
    descriptor = mkstemp(&name)
    guard descriptor >= 0 else { throw ReadingError(VectorFindings.unwritable(folder)) }
    unlink(name)
  }

  deinit { close(descriptor) }

  /// Where this process finds the file.
  var path: String { "/proc/self/fd/\(descriptor)" }

  /// The labels of the release: for each occupation its own and those of the items it asks for, then the appellations and
  /// the labels of all items. An item that many occupations ask for is read as often.
  func addLabels() throws {
    let release = lexicon.release
    for occupation in release.occupations { try add(occupation.label) }
    for link in release.links {
      if let item = release.competency(link.competency) { try add(item.label) }
    }
    for appellation in release.appellations { try add(appellation.label) }
    for item in release.competencies { try add(item.label) }
  }

  /// Adds the clauses of a text; one of a single word keeps nobody company.
  func add(_ text: String) throws {
    let units = UTF16Units.array(of: text)
    let tokens = units.withUnsafeBufferPointer { analyzer.tokens(of: $0) }
    for clause in Clauses.split(tokens) {
      let start = bytes.count
      var words = 0
      for token in tokens[clause.range] where token.isContent {
        if words > 0 { bytes.append(0x20) }
        if token.key >= 0 {
          bytes += lexicon.vocabulary.keys[token.key].utf8
        } else {
          let folded = Folding.fold(units[Int(token.start)..<Int(token.end)])
          bytes += String(decoding: folded, as: UTF16.self).utf8
        }
        words += 1
      }
      if words < 2 { bytes.removeSubrange(start...) } else { bytes.append(0x0A) }
    }
    if bytes.count >= Self.flushAt { try flush() }
  }

  /// Writes what is left.
  ///
  /// - Throws: `ReadingError` when the disk is full.
  func finish() throws { try flush() }

  private func flush() throws {
    var start = 0
    while start < bytes.count {
      let written = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress! + start, $0.count - start) }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { throw ReadingError(VectorFindings.unwritable(folder)) }
      start += written
    }
    bytes.removeAll(keepingCapacity: true)
  }
}
