import CICU

/// Word boundaries of ICU's French rules over UTF-16 text. Not thread-safe: one a worker, re-aimed at each text.
final class WordBreaker {
  private let iterator: OpaquePointer

  /// - Throws: `TextError.icuUnavailable` when ICU has no word rules for French (a broken installation).
  init() throws {
    guard let iterator = sm_word_iterator("fr") else { throw TextError.icuUnavailable }
    self.iterator = iterator
  }

  deinit { sm_word_close(iterator) }

  /// Calls `body(start, end, isWord)` for each segment in order; the segments cover the text without gaps.
  ///
  /// Offsets are UTF-16 units. The buffer must stay valid during the call only.
  func forEachSegment(
    _ text: UnsafeBufferPointer<UInt16>, _ body: (_ start: Int, _ end: Int, _ isWord: Bool) -> Void
  ) {
    guard !text.isEmpty, sm_word_set_text(iterator, text.baseAddress, Int32(text.count)) != 0 else { return }
    var start = sm_word_first(iterator)
    while true {
      let end = sm_word_next(iterator)
      if end == SM_UBRK_DONE { return }
      body(Int(start), Int(end), sm_word_status(iterator) >= SM_UBRK_WORD_NONE_LIMIT)
      start = end
    }
  }
}

/// Failures of the text layer that no content can cause.
public enum TextError: Error, CustomStringConvertible {
  case icuUnavailable
  case stemmerUnavailable

  /// What is wrong and what to do, in French.
  public var description: String {
    switch self {
    case .icuUnavailable: "ICU n’a pas de règles de découpage pour le français\u{A0}; réinstallez libicu."
    case .stemmerUnavailable: "libstemmer n’a pas de racineur français\u{A0}; réinstallez libstemmer."
    }
  }
}
