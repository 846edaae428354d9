import CVectors

/// What ICU's French word rules do with Latin text, asked from ICU itself and laid out for one pass over the text.
///
/// Units that ICU treats alike share a *class*. Whether two neighbours are joined depends on their classes, and for
/// the marks that join only between letters or digits (*l’eau*, *3,5*, *node.js*) on one class more on either side:
/// four classes decide, none of which may be `foreign`. Built once (some milliseconds), immutable, shared by all
/// threads; it lives as long as the process.
struct BreakTable: @unchecked Sendable {
  /// Class of units that are left to ICU: everything outside the table, and what attaches itself to what stands
  /// before it (combining marks, joiners, soft hyphen, direction marks).
  static let foreign: UInt8 = 0xFF

  /// What ICU does between two neighbours of known classes.
  enum Pair {
    static let apart: UInt8 = 0
    static let joined: UInt8 = 1
    /// The class before and the class behind decide.
    static let contextual: UInt8 = 2
  }

  /// Facts on a class, or on two classes that are joined; a segment's facts are the union.
  enum Fact {
    /// ICU calls the segment a word or a number.
    static let word: UInt8 = 1
    /// The class holds marks at which the analyser may part a word.
    static let splits: UInt8 = 2
  }

  /// Class of every UTF-16 unit: 65,536 entries, of which Latin text touches a few cache lines.
  let classes: UnsafePointer<UInt8>
  /// `Pair` of two classes, at `left << 4 | right`.
  let pairs: UnsafePointer<UInt8>
  /// `Fact`s of two joined classes, at `left << 4 | right`; of one class alone at `256 + class`.
  let facts: UnsafePointer<UInt8>
  /// For contextual pairs, at `before << 8 | left << 4 | right`: a bit for each class behind.
  let contexts: UnsafePointer<UInt16>
  /// Class of letters; runs of it are never parted.
  let letter: UInt8
  /// Class that stands for the ends of the text: a line separator, which parts everything.
  let edge: UInt8
  /// Number of classes.
  let count: Int
  /// The same for `sm_scan`, over bytes.
  let rules: UnsafePointer<sm_rules>
  /// Whether words of plain letters and digits, as nearly all text is, need no look at the tables: what `sm_window`
  /// calls plain is joined by ICU, and a word.
  let hasPlainWords: Bool

  /// The table of the ICU that is linked; `nil` when its rules do not fit the model, and all text goes to ICU.
  static let shared: BreakTable? = BreakTableBuilder().build()

  /// Units at which the analyser may part what ICU calls one word: apostrophes, dots, the narrow no-break space.
  static let splitting: [UInt16] = [0x27, 0x2018, 0x2019, 0x2BC, 0x202F, 0xB7, 0x2027, 0x2E]

  /// Whether two classes are joined between two others.
  @inline(__always)
  func joins(_ before: UInt8, _ left: Int, _ right: Int, _ behind: UInt8) -> Bool {
    contexts[Int(before) << 8 | left << 4 | right] >> UInt16(behind) & 1 != 0
  }
}
