/// A JSON text (RFC 8259) as a flat table of its values. Nothing is copied out of the text until somebody asks for it.
///
/// Foundation builds a dictionary of boxed values an object, which takes ten times as long as all the rest of reading an
/// offer; most of its fields are never looked at.
final class JSONTree: Sendable {
  /// What a value is.
  enum Kind: UInt8, Sendable {
    case object, array
    /// A string without escapes; `escaped` with.
    case string, escaped
    case number
    /// `true`, `false`, `null`.
    case literal
  }

  /// A value: what it is, its bytes (of a string without the quotes), and the number of the value behind it.
  ///
  /// Behind an object stand, in turn, its keys and their values.
  struct Entry: Sendable {
    let kind: Kind
    let start: Int32
    var end: Int32
    var next: Int32
  }

  /// A text that is no JSON; the offset of the byte that cannot stand where it does.
  struct SyntaxError: Error {
    let offset: Int
  }

  let bytes: [UInt8]
  let entries: [Entry]

  /// - Parameter bytes: UTF-8, less than 2 GiB.
  /// - Throws: `SyntaxError`, also for values nested more than 512 deep, unescaped control characters and halves of
  ///   surrogate pairs.
  init(_ bytes: [UInt8]) throws(SyntaxError) {
    guard bytes.count < Int32.max else { throw SyntaxError(offset: 0) }
    var failure: SyntaxError?
    var entries: [Entry] = []
    bytes.withUnsafeBufferPointer { text in
      do throws(SyntaxError) {
        var parser = JSONTreeParser(text)
        entries = try parser.parse()
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    self.bytes = bytes
    self.entries = entries
  }

  /// The outermost value.
  var root: JSONNode { JSONNode(tree: self, index: 0) }
}
