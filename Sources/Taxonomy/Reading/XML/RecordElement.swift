/// One element of an XML record with everything below it; records are small, files are not.
public struct RecordElement: Hashable, Sendable {
  /// What stands between two tags, in order.
  public enum Content: Hashable, Sendable {
    case text(String)
    case element(RecordElement)
  }

  /// Name as written, without namespace prefix.
  public let name: String
  /// Attributes in the order of the file.
  public let attributes: [Attribute]
  /// Line of the start tag, from 1.
  public let line: Int
  /// Text and elements in order.
  public internal(set) var content: [Content] = []

  /// A name and its value.
  public struct Attribute: Hashable, Sendable {
    /// Name as written, without namespace prefix.
    public let name: String
    /// Value, entities resolved.
    public let value: String
  }

  init(name: String, attributes: [Attribute], line: Int) {
    self.name = name
    self.attributes = attributes
    self.line = line
  }

  /// Elements directly below.
  public var children: [RecordElement] {
    content.compactMap { if case .element(let child) = $0 { child } else { nil } }
  }

  /// Text directly below, joined; inner elements are left out.
  public var text: String {
    content.reduce(into: "") { if case .text(let part) = $1 { $0 += part } }
  }

  /// Text with inner elements written as tags again: for fields in which the source left its HTML unescaped.
  public var markup: String {
    content.reduce(into: "") { result, part in
      switch part {
      case .text(let text): result += text
      case .element(let child):
        result +=
          child.content.isEmpty ? "<\(child.name)/>" : "<\(child.name)>\(child.markup)</\(child.name)>"
      }
    }
  }

  /// The value of an attribute; `nil` when it is absent.
  public func attribute(_ name: String) -> String? { attributes.first { $0.name == name }?.value }

  /// Elements directly below of a name.
  public func all(_ name: String) -> [RecordElement] {
    content.compactMap { part in
      if case .element(let child) = part, child.name == name { child } else { nil }
    }
  }

  /// The first element at a path of names below; `nil` when there is none.
  public func first(_ path: String...) -> RecordElement? { first(path[...]) }

  /// Elements at the end of a path of names, through every branch.
  public func all(at path: String...) -> [RecordElement] {
    path.reduce([self]) { level, name in level.flatMap { $0.all(name) } }
  }

  /// Text at a path without surrounding white space; empty when there is none.
  public func value(_ path: String...) -> String { first(path[...])?.text.trimmedWhiteSpace ?? "" }

  /// The first element at a path of names below; `nil` when there is none.
  public func first(_ path: ArraySlice<String>) -> RecordElement? {
    guard let name = path.first else { return self }
    for case .element(let child) in content where child.name == name {
      if let found = child.first(path.dropFirst()) { return found }
    }
    return nil
  }
}

extension String {
  /// Without white space at both ends.
  var trimmedWhiteSpace: String {
    var part = self[...]
    while let first = part.first, first.isWhitespace { part.removeFirst() }
    while let last = part.last, last.isWhitespace { part.removeLast() }
    return String(part)
  }
}
