public import Taxonomy

/// A file that keeps the frozen trie of a lexicon's forms from one run to the next.
///
/// An image that is there and was made of the same sequences is mapped; any other, older or damaged one is told, built
/// again and replaced. Results do not depend on it.
public struct TrieShelf: Sendable {
  private let path: String
  private let report: @Sendable (Finding) -> Void

  /// - Parameters:
  ///   - path: where the image stands or is to stand; its folder exists.
  ///   - report: told what is wrong with an image, and when one cannot be written (`TRIE-001` to `TRIE-004`).
  public init(path: String, report: @escaping @Sendable (Finding) -> Void) {
    self.path = path
    self.report = report
  }

  /// The trie of what a builder holds: mapped, or built and kept.
  func trie(_ builder: TrieBuilder) -> FrozenTrie {
    let fingerprint = builder.fingerprint
    do {
      return try TrieImage.open(path, fingerprint: fingerprint)
    } catch let error as ReadingError where error.finding.code != "TRIE-001" {
      tell(error)
    } catch {
      // None is there yet; whether one can be is seen when it is written.
    }
    let built = builder.frozen()
    do {
      try TrieImage.write(built, fingerprint: fingerprint, to: path)
    } catch let error as ReadingError {
      tell(error)
    } catch {
      // `write` throws nothing else.
    }
    return built
  }

  /// As a warning: the run goes on.
  private func tell(_ error: ReadingError) {
    let finding = error.finding
    report(
      Finding(
        severity: .warning, code: finding.code, file: finding.file, message: finding.message,
        advice: finding.code == "TRIE-001" ? finding.advice : "Elle est construite de nouveau."))
  }
}
