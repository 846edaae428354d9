/// Records of an XML file, one at a time: every element that bears one of the given names and stands in no other.
///
/// Memory is that of one record. A record that is broken, too long or too deep is set aside with its place, and reading
/// goes on with the next one. Entity declarations are refused; external documents are never opened.
public final class XMLRecordReader {
  /// A record, or one that was set aside with its first bytes.
  public enum Item: Sendable {
    case record(RecordElement)
    case rejected(Finding, raw: [UInt8])
  }

  /// How much of a record that was set aside is kept, in bytes.
  static let rawLimit = 1 << 16
  static let depthLimit = 64

  /// Warnings, in order.
  public private(set) var findings: [Finding] = []
  /// Name of the outermost element once it was met.
  public private(set) var root: String?

  private let member: InputMember
  private let names: Set<String>
  private let recordLimit: Int
  private let tokens: XMLTokenizer
  private let decoder: XMLText
  private var stack: [RecordElement] = []
  private var text: [UInt8] = []
  private var raw: [UInt8] = []
  private var size = 0
  /// Bytes of the record that was read last.
  var recordSize: Int { size }
  /// Name of a record that was given up and whose end was not met yet.
  private var abandoned: String?
  private var saidEncoding = false

  /// - Parameters:
  ///   - records: names of the elements that are records.
  ///   - recordLimit: longest record that is held, in bytes.
  /// - Throws: `ReadingError` (`XML-002`) for UTF-16.
  public init(_ member: InputMember, records: Set<String>, recordLimit: Int = 16 << 20) throws {
    self.member = member
    names = records
    self.recordLimit = recordLimit
    tokens = XMLTokenizer(member, tokenLimit: recordLimit)
    let start = tokens.start(256)
    if start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF]) || start.starts(with: [0x3C, 0]) {
      throw XMLFindings.utf16(member.name)
    }
    if start.starts(with: [0xEF, 0xBB, 0xBF]) { tokens.skip(3) }
    let (encoding, unknown) = Self.encoding(start)
    decoder = XMLText(encoding: encoding)
    if let unknown { findings.append(XMLFindings.unknownEncoding(member.name, unknown)) }
  }

  /// The next record, good or not; `nil` at the end.
  ///
  /// - Throws: `ReadingError` for entity declarations, or when the input is damaged, after everything before it.
  public func next() throws -> Item? {
    while true {
      let token: XMLTokenizer.Token?
      do {
        token = try tokens.next()
      } catch {
        if let item = unfinished() { return item }
        throw error
      }
      guard let token else { return unfinished() }
      if let item = try take(token) { return item }
    }
  }

  private func take(_ token: XMLTokenizer.Token) throws -> Item? {
    if !stack.isEmpty {
      size += tokens.tokenRange.count
      if raw.count < Self.rawLimit {
        raw += tokens.buffer[tokens.tokenRange].prefix(Self.rawLimit - raw.count)
      }
      if size > recordLimit {
        return reject(XMLFindings.tooLong(member.name, stack[0].line, limit: recordLimit))
      }
    }
    switch token {
    case .text(let range):
      if !stack.isEmpty { text += tokens.buffer[range] }
    case .cdata(let range):
      if !stack.isEmpty {
        flushText()
        append(decode(tokens.buffer[range], resolving: false))
      }
    case .open(let range, let isEmpty): return open(range, isEmpty)
    case .close(let range): return close(range)
    case .doctype(let range):
      if String(decoding: tokens.buffer[range], as: UTF8.self).contains("<!ENTITY") {
        throw XMLFindings.entityDeclarations(member.name, tokens.line)
      }
    case .other: break
    case .tooLong:
      if !stack.isEmpty { return reject(XMLFindings.tooLong(member.name, stack[0].line, limit: recordLimit)) }
    }
    return nil
  }

  private func open(_ range: Range<Int>, _ isEmpty: Bool) -> Item? {
    let tag = tokens.buffer[range]
    let nameBytes = tag.prefix { $0 > 0x20 && $0 != 0x2F }
    let name = Self.localName(nameBytes)
    if root == nil { root = name }
    if stack.isEmpty {
      guard names.contains(name) else { return nil }
      abandoned = nil
      text = []
      raw = Array(tokens.buffer[tokens.tokenRange].prefix(Self.rawLimit))
      size = raw.count
    } else {
      flushText()
      if stack.count >= Self.depthLimit {
        return reject(XMLFindings.tooDeep(member.name, stack[0].line, limit: Self.depthLimit))
      }
    }
    stack.append(
      RecordElement(name: name, attributes: attributes(tag[nameBytes.endIndex...]), line: tokens.line))
    return isEmpty ? finishElement() : nil
  }

  private func close(_ range: Range<Int>) -> Item? {
    let name = Self.localName(tokens.buffer[range].prefix { $0 > 0x20 })
    guard let top = stack.last else {
      if name == abandoned { abandoned = nil }
      return nil
    }
    flushText()
    if top.name == name { return finishElement() }
    let finding = XMLFindings.mismatch(member.name, tokens.line, name, expected: top.name)
    let isEndOfRecord = name == stack[0].name
    let item = reject(finding)
    if isEndOfRecord { abandoned = nil }
    return item
  }

  /// Closes the innermost element; a record when it was the outermost.
  private func finishElement() -> Item? {
    let element = stack.removeLast()
    guard !stack.isEmpty else { return .record(element) }
    stack[stack.count - 1].content.append(.element(element))
    return nil
  }

  /// Gives the open record up; what is left of it is passed over.
  private func reject(_ finding: Finding) -> Item {
    abandoned = stack.first?.name
    stack = []
    text = []
    defer { raw = [] }
    return .rejected(finding, raw: raw)
  }

  private func unfinished() -> Item? {
    guard let first = stack.first else { return nil }
    return reject(XMLFindings.truncated(member.name, first.line, first.name))
  }

  private func flushText() {
    guard !text.isEmpty else { return }
    append(decode(text[...], resolving: true))
    text.removeAll(keepingCapacity: true)
  }

  private func append(_ part: String) {
    // Indentation between elements is no text.
    guard !part.isEmpty, !part.utf8.allSatisfy({ $0 <= 0x20 }) || part.utf8.count == 1 else { return }
    stack[stack.count - 1].content.append(.text(part))
  }

  private func decode(_ bytes: ArraySlice<UInt8>, resolving: Bool) -> String {
    var isSound = true
    let result = decoder.decode(bytes, resolving: resolving, isSound: &isSound)
    if !isSound, !saidEncoding {
      saidEncoding = true
      findings.append(XMLFindings.notUTF8(member.name, tokens.line))
    }
    return result
  }

  private func attributes(_ bytes: ArraySlice<UInt8>) -> [RecordElement.Attribute] {
    var result: [RecordElement.Attribute] = []
    var rest = bytes
    while let equals = rest.firstIndex(of: 0x3D), result.count < 256 {
      let name = rest[..<equals].split { $0 <= 0x20 }.last ?? []
      rest = rest[(equals + 1)...].drop { $0 <= 0x20 }
      guard let quote = rest.first, quote == 0x22 || quote == 0x27,
        let end = rest.dropFirst().firstIndex(of: quote)
      else { break }
      let value = decode(rest[(rest.startIndex + 1)..<end], resolving: true)
      result.append(RecordElement.Attribute(name: Self.localName(name), value: value))
      rest = rest[(end + 1)...]
    }
    return result
  }

  private static func localName(_ bytes: ArraySlice<UInt8>) -> String {
    let local = bytes.lastIndex(of: 0x3A).map { bytes[($0 + 1)...] } ?? bytes
    return String(decoding: local, as: UTF8.self)
  }

  /// The encoding that the declaration names, and its name when it is none we know.
  private static func encoding(_ start: ArraySlice<UInt8>) -> (TextDecoding.Encoding, unknown: String?) {
    let head = TextDecoding.decode(start, as: .windows1252)
    guard let end = head.firstRange(of: "?>"),
      let mark = head[..<end.lowerBound].firstRange(of: "encoding=")
    else { return (.utf8, nil) }
    let name = head[mark.upperBound..<end.lowerBound].dropFirst().prefix { $0 != "\"" && $0 != "'" }
    switch name.lowercased() {
    case "utf-8", "utf8", "us-ascii", "ascii": return (.utf8, nil)
    case "iso-8859-15", "iso8859-15", "latin9", "latin-9": return (.latin9, nil)
    case "iso-8859-1", "latin1", "windows-1252", "cp1252": return (.windows1252, nil)
    default: return (.utf8, String(name))
    }
  }
}
