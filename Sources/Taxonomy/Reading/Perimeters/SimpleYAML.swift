/// The part of YAML that people write by hand: maps, lists, quoted and plain text, comments, `[a, b]`.
///
/// Everything is text: `67` stays `67` and `non` stays `non`. Anchors, tags, text blocks, inline maps and several
/// documents are refused, with their line: they can hide more than they show.
indirect enum SimpleYAML: Equatable {
  case text(String)
  case list([Entry])
  case map([(key: String, value: Entry)])

  /// A value with the line it starts on.
  struct Entry: Equatable {
    let value: SimpleYAML
    let line: Int
  }

  /// What is wrong, in French, and where.
  struct Failure: Error {
    let line: Int
    let message: String
  }

  static func == (a: SimpleYAML, b: SimpleYAML) -> Bool {
    switch (a, b) {
    case (.text(let a), .text(let b)): a == b
    case (.list(let a), .list(let b)): a == b
    case (.map(let a), .map(let b)): a.map(\.key) == b.map(\.key) && a.map(\.value) == b.map(\.value)
    default: false
    }
  }

  /// Reads a document.
  ///
  /// - Throws: `Failure`.
  static func parse(_ text: String) throws -> Entry {
    var parser = SimpleYAMLParser(text)
    return try parser.document()
  }
}

/// Reads `SimpleYAML` line by line.
struct SimpleYAMLParser {
  private struct Line {
    var indent: Int
    var content: Substring
    let number: Int
  }

  private static let depthLimit = 16

  private var lines: [Line] = []
  private var position = 0
  private var tab: Int?

  init(_ text: String) {
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      let indent = line.prefix { $0 == " " }.count
      let content = Self.withoutComment(line.dropFirst(indent))
      if content.isEmpty || (content == "---" && lines.isEmpty) { continue }
      if content.first == "\t" { tab = tab ?? index + 1 }
      lines.append(Line(indent: indent, content: content, number: index + 1))
    }
  }

  mutating func document() throws -> SimpleYAML.Entry {
    if let tab { throw failure(tab, "une tabulation sert de retrait\u{A0}; mettez des espaces") }
    guard let first = lines.first else { return .init(value: .map([]), line: 1) }
    let entry = try block(first.indent, depth: 0)
    if position < lines.count {
      throw failure(lines[position].number, "le retrait ne correspond à rien de ce qui précède")
    }
    return entry
  }

  private mutating func block(_ indent: Int, depth: Int) throws -> SimpleYAML.Entry {
    let line = lines[position]
    if depth > Self.depthLimit { throw failure(line.number, "les listes sont trop emboîtées") }
    if Self.isItem(line.content) { return try list(indent, depth) }
    if Self.key(line.content) != nil { return try map(indent, depth) }
    position += 1
    return .init(value: .text(try scalar(line.content, line.number)), line: line.number)
  }

  private mutating func list(_ indent: Int, _ depth: Int) throws -> SimpleYAML.Entry {
    let start = lines[position].number
    var items: [SimpleYAML.Entry] = []
    while position < lines.count, lines[position].indent == indent, Self.isItem(lines[position].content) {
      let rest = lines[position].content.dropFirst()
      let content = rest.drop { $0 == " " }
      if content.isEmpty {
        let number = lines[position].number
        position += 1
        guard position < lines.count, lines[position].indent > indent else {
          throw failure(number, "le tiret n’est suivi de rien")
        }
      } else {
        lines[position].indent = indent + 1 + (rest.count - content.count)
        lines[position].content = content
      }
      items.append(try block(lines[position].indent, depth: depth + 1))
    }
    return .init(value: .list(items), line: start)
  }

  private mutating func map(_ indent: Int, _ depth: Int) throws -> SimpleYAML.Entry {
    let start = lines[position].number
    var pairs: [(key: String, value: SimpleYAML.Entry)] = []
    while position < lines.count, lines[position].indent == indent, !Self.isItem(lines[position].content) {
      let line = lines[position]
      guard let (name, rest) = Self.key(line.content) else {
        throw failure(line.number, "«\u{A0}clé: valeur\u{A0}» est attendu")
      }
      let key = try scalar(name, line.number)
      if pairs.contains(where: { $0.key == key }) {
        throw failure(line.number, "la clé «\u{A0}\(key)\u{A0}» figure déjà plus haut")
      }
      position += 1
      if !rest.isEmpty {
        pairs.append((key, .init(value: try inline(rest, line.number), line: line.number)))
      } else if position < lines.count,
        lines[position].indent > indent
          || (lines[position].indent == indent && Self.isItem(lines[position].content))
      {
        pairs.append((key, try block(lines[position].indent, depth: depth + 1)))
      } else {
        pairs.append((key, .init(value: .text(""), line: line.number)))
      }
    }
    return .init(value: .map(pairs), line: start)
  }

  private func inline(_ text: Substring, _ line: Int) throws -> SimpleYAML {
    guard text.first == "[" else { return .text(try scalar(text, line)) }
    guard text.last == "]" else { throw failure(line, "le crochet n’est pas fermé sur la ligne") }
    let items = try Self.parts(text.dropFirst().dropLast()).map {
      SimpleYAML.Entry(value: .text(try scalar($0, line)), line: line)
    }
    return .list(items)
  }

  private func scalar(_ text: Substring, _ line: Int) throws -> String {
    guard let first = text.first else { return "" }
    if first == "\"" || first == "'" {
      guard text.count > 1, text.last == first else { throw failure(line, "le guillemet n’est pas fermé") }
      let inside = text.dropFirst().dropLast()
      return String(
        first == "'" ? inside.replacing("''", with: "'") : inside.replacing("\\\"", with: "\""))
    }
    if "&*!|>{%@`[".contains(first) {
      throw failure(
        line, "«\u{A0}\(first)\u{A0}» n’est pas admis ici\u{A0}; mettez le texte entre guillemets")
    }
    return String(text)
  }

  /// Items between commas that stand in no quotes.
  private static func parts(_ text: Substring) -> [Substring] {
    var result: [Substring] = []
    var start = text.startIndex
    var quote: Character?
    func add(_ end: Substring.Index) {
      var part = text[start..<end]
      while part.first == " " { part.removeFirst() }
      while part.last == " " { part.removeLast() }
      if !part.isEmpty { result.append(part) }
    }
    for index in text.indices {
      let character = text[index]
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "\"" || character == "'" {
        quote = character
      } else if character == "," {
        add(index)
        start = text.index(after: index)
      }
    }
    add(text.endIndex)
    return result
  }

  private static func isItem(_ content: Substring) -> Bool { content == "-" || content.hasPrefix("- ") }

  /// Key and rest of `clé: valeur`; `nil` when the line is none.
  private static func key(_ content: Substring) -> (Substring, Substring)? {
    var search = content.startIndex
    if let quote = content.first, quote == "\"" || quote == "'" {
      guard let end = content.dropFirst().firstIndex(of: quote) else { return nil }
      search = end
    }
    guard let colon = content[search...].firstIndex(of: ":") else { return nil }
    let rest = content[content.index(after: colon)...]
    guard rest.isEmpty || rest.first == " " else { return nil }
    var key = content[..<colon]
    while key.last == " " { key.removeLast() }
    return key.isEmpty ? nil : (key, rest.drop { $0 == " " })
  }

  /// A line without its comment and without blanks at the end.
  private static func withoutComment(_ line: Substring) -> Substring {
    var quote: Character?
    var previous: Character = " "
    var end = line.endIndex
    for index in line.indices {
      let character = line[index]
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "\"" || character == "'", " [,:-".contains(previous) {
        quote = character
      } else if character == "#", previous == " " {
        end = index
        break
      }
      previous = character
    }
    var content = line[..<end]
    while content.last == " " { content.removeLast() }
    return content
  }

  private func failure(_ line: Int, _ message: String) -> SimpleYAML.Failure {
    SimpleYAML.Failure(line: line, message: message)
  }
}
