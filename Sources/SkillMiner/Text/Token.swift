/// One token of a text. Offsets are UTF-16 units of the text that was analysed.
struct Token {
  enum Kind: UInt8 {
    case word
    case number
    case punctuation
    /// One or more line breaks.
    case lineBreak
  }

  struct Flags: OptionSet {
    let rawValue: UInt8
    /// First letter is upper case.
    static let capitalised = Flags(rawValue: 1)
    /// Two letters or more, all upper case.
    static let allCaps = Flags(rawValue: 2)
    static let function = Flags(rawValue: 4)
    /// White space stands before it.
    static let spaced = Flags(rawValue: 8)
    static let hasDigit = Flags(rawValue: 16)
    /// Ends in *-ez*, or is an infinitive by its ending.
    static let secondPerson = Flags(rawValue: 32)
    static let infinitive = Flags(rawValue: 64)
    /// An article or pronoun cut off before its apostrophe: *l’*, *qu’*.
    static let elided = Flags(rawValue: 128)
  }

  var start: Int32
  var end: Int32
  var kind: Kind
  var flags: Flags
  /// Folded spelling, interned; -1 when the lexicon never saw it. For punctuation: the UTF-16 unit.
  var form: Int32
  /// Derivational key, interned; -1 when the lexicon never saw it.
  var key: Int32

  var isWord: Bool { kind == .word }
  /// A word or number that counts: not a function word.
  var isContent: Bool { (kind == .word || kind == .number) && !flags.contains(.function) }
}
