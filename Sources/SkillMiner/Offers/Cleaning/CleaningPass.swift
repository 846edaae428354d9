/// One walk over a text: copies what is clean, replaces what is not, and notes where.
struct CleaningPass {
  let source: UnsafeBufferPointer<UInt8>
  private(set) var output: [UInt8] = []
  private(set) var map = OffsetMap()

  private var position = 0
  private var nextSuspect: Int
  private var sourceScalars = 0
  private var cleanScalars = 0
  /// Once an end was looked for in vain it is not looked for again: keeps the walk linear.
  private var unclosed: Set<String> = []
  private var bulletIsOpen = false

  init(source: UnsafeBufferPointer<UInt8>, firstSuspect: Int) {
    self.source = source
    nextSuspect = firstSuspect
    output.reserveCapacity(source.count)
  }

  mutating func run() {
    while position < source.count {
      copy(upTo: nextSuspect)
      guard position < source.count else { return }
      resolve()
      nextSuspect = Suspects.next(in: source, from: position) ?? source.count
    }
  }

  /// Deals with the unit at `position`.
  private mutating func resolve() {
    if source[position] == 0x5C, let escape = writtenEscape(at: position) {
      return replace(upTo: escape.end, with: [escape.byte])
    }
    if Suspects.isSlashBreak(source, position), source[position] == 0x2F {
      return replace(upTo: position + 4, with: [0x0A])
    }
    let character = character(at: position)
    if character.scalar == 0x3C, let markup = markup(at: character.end) {
      return replace(upTo: markup.end, with: text(of: markup.tag))
    }
    if character.scalar == 0x0D {
      let follower = character.end < source.count ? self.character(at: character.end) : nil
      return replace(
        upTo: follower?.scalar == 0x0A ? follower?.end ?? character.end : character.end, with: [0x0A])
    }
    switch Replacement.of(character.scalar) {
    case .dropped: replace(upTo: character.end, with: [])
    case .scalar(let scalar): replace(upTo: character.end, with: utf8(scalar))
    case .itself where source[position] == 0x26 && character.end > position + 1:
      replace(upTo: character.end, with: utf8(character.scalar))
    case .itself: copy(upTo: character.end)
    }
  }

  /// The character at an offset, a reference resolved.
  private func character(at i: Int) -> (scalar: UInt32, end: Int) {
    if source[i] == 0x26, let entity = HTMLEntities.read(source, at: i) { return entity }
    let (scalar, length) = decodeScalar(source, i)
    return (scalar, i + length)
  }

  // MARK: - Writing

  private mutating func copy(upTo end: Int) {
    guard end > position else { return }
    bulletIsOpen = false
    let scalars = scalarCount(position..<end)
    output.append(contentsOf: source[position..<end])
    sourceScalars += scalars
    cleanScalars += scalars
    position = end
  }

  private mutating func replace(upTo end: Int, with bytes: [UInt8]) {
    let read = scalarCount(position..<end)
    let written = bytes.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
    map.append(
      OffsetMap.Edit(
        clean: cleanScalars..<cleanScalars + written, source: sourceScalars..<sourceScalars + read))
    output.append(contentsOf: bytes)
    sourceScalars += read
    cleanScalars += written
    position = end
  }

  private func scalarCount(_ range: Range<Int>) -> Int {
    var n = 0
    for i in range where source[i] & 0xC0 != 0x80 { n += 1 }
    return n
  }

  private func utf8(_ scalar: UInt32) -> [UInt8] {
    Array(String(Character(Unicode.Scalar(scalar) ?? "\u{FFFD}")).utf8)
  }

  /// What a tag leaves in the text. Neighbouring block tags make one line break, and none behind a fresh bullet.
  private mutating func text(of tag: HTMLTag) -> [UInt8] {
    let isAtLineStart = output.isEmpty || output.last == 0x0A
    switch tag {
    case .inline, .opaque: return []
    case .lineBreak: return [0x0A]
    case .cell: return isAtLineStart || output.last == 0x20 ? [] : [0x20]
    case .block: return isAtLineStart || bulletIsOpen ? [] : [0x0A]
    case .listItem:
      bulletIsOpen = true
      return (isAtLineStart ? [] : [0x0A]) + [0xE2, 0x80, 0xA2, 0x20]
    }
  }

  // MARK: - Markup

  /// Reads `\r\n`, `\n`, `\t` written out with one or two backslashes.
  private func writtenEscape(at start: Int) -> (end: Int, byte: UInt8)? {
    // "C:\nouveau" is a path.
    if start > 0, source[start - 1] == 0x3A { return nil }
    var i = start
    while i < source.count, source[i] == 0x5C, i - start < 2 { i += 1 }
    let slashes = i - start
    guard i < source.count else { return nil }
    switch source[i] {
    case 0x6E: return (i + 1, 0x0A)
    case 0x74: return (i + 1, 0x20)
    case 0x72:
      let end = i + 1 + slashes
      guard end < source.count, source[end] == 0x6E,
        source[(i + 1)..<end].allSatisfy({ $0 == 0x5C })
      else { return nil }
      return (end + 1, 0x0A)
    default: return nil
    }
  }

  /// Reads the tag or comment whose `<` ended at an offset.
  private mutating func markup(at start: Int) -> (tag: HTMLTag, end: Int)? {
    guard start < source.count else { return nil }
    var next = character(at: start)
    if next.scalar == 0x21 { return comment(from: next.end) }
    let isClosing = next.scalar == 0x2F
    if isClosing {
      guard next.end < source.count else { return nil }
      next = character(at: next.end)
    }
    var name = ""
    while name.utf8.count <= 10, let letter = Self.nameCharacter(next.scalar, isFirst: name.isEmpty) {
      name.unicodeScalars.append(letter)
      guard next.end < source.count else { return nil }
      next = character(at: next.end)
    }
    guard [0x3E, 0x2F, 0x20, 0x09, 0x0A, 0x0D, 0xA0].contains(next.scalar),
      let tag = HTMLTag(name: name, isClosing: isClosing)
    else { return nil }
    while next.scalar != 0x3E {
      // A tag does not contain "<"; stopping there also keeps the walk linear.
      guard next.scalar != 0x3C, next.end < source.count else { return nil }
      next = character(at: next.end)
    }
    if case .opaque = tag { return (tag, end(of: name, from: next.end) ?? next.end) }
    return (tag, next.end)
  }

  private static func nameCharacter(_ scalar: UInt32, isFirst: Bool) -> Unicode.Scalar? {
    switch scalar {
    case 0x61...0x7A: Unicode.Scalar(scalar)
    case 0x41...0x5A: Unicode.Scalar(scalar | 0x20)
    case 0x30...0x3A where !isFirst: Unicode.Scalar(scalar)
    default: nil
    }
  }

  private mutating func comment(from start: Int) -> (tag: HTMLTag, end: Int)? {
    func starts(_ text: StaticString) -> Bool {
      var i = start
      for k in 0..<text.utf8CodeUnitCount {
        guard i < source.count else { return false }
        let next = character(at: i)
        guard next.scalar == UInt32(text.utf8Start[k]) else { return false }
        i = next.end
      }
      return true
    }
    guard starts("--") else { return nil }
    return end(of: "--", from: start).map { (.inline, $0) }
  }

  /// Finds the end of a comment (`--`) or of a script or style.
  private mutating func end(of name: String, from start: Int) -> Int? {
    guard !unclosed.contains(name) else { return nil }
    let pattern = (name == "--" ? "-->" : "</" + name).unicodeScalars.map(\.value)
    var i = start
    var matched = 0
    while i < source.count {
      let next = character(at: i)
      let scalar = (0x41...0x5A).contains(next.scalar) ? next.scalar | 0x20 : next.scalar
      i = next.end
      if scalar == pattern[matched] {
        matched += 1
      } else if name != "--" || matched != 2 || scalar != 0x2D {
        matched = scalar == pattern[0] ? 1 : 0
      }
      if matched == pattern.count { return name == "--" ? i : afterTag(i) }
    }
    unclosed.insert(name)
    return nil
  }

  private func afterTag(_ start: Int) -> Int {
    var i = start
    while i < source.count {
      let next = character(at: i)
      i = next.end
      if next.scalar == 0x3E { break }
    }
    return i
  }
}
