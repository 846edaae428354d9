/// The phrases a label stands for: administrators coordinate, recruiters do not.
///
/// *Accueillir, orienter, renseigner un public* is read as three phrases; *Merchandising / Marchandisage* as two; a
/// bracketed example list is left out. Works on UTF-8 bytes: every separator is ASCII, and a release has 34,000 labels.
enum LabelVariants {
  private typealias Bytes = ArraySlice<UInt8>

  /// Distinct phrases of a label, the whole label (without brackets) first.
  static func phrases(_ label: String) -> [String] {
    let bare = withoutBrackets(Array(label.utf8))
    var seen = Set<[UInt8]>()
    return (wordings(bare) + distributed(bare[...])).filter { !$0.isEmpty && seen.insert($0).inserted }.map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  /// The whole label without brackets, and each side of a stroke: what is said, not what may be said for it.
  static func whole(_ label: String) -> [String] {
    wordings(withoutBrackets(Array(label.utf8))).map { String(decoding: $0, as: UTF8.self) }
  }

  private static func wordings(_ bare: [UInt8]) -> [[UInt8]] {
    let sides = split(bare[...], at: Array(" / ".utf8))
    return [bare] + (sides.count > 1 ? sides.map(trimmed) : [])
  }

  private static func withoutBrackets(_ label: [UInt8]) -> [UInt8] {
    var depth = 0
    var out: [UInt8] = []
    for byte in label {
      if byte == 0x28 {
        depth += 1
      } else if byte == 0x29 {
        depth = max(0, depth - 1)
      } else if depth == 0 {
        out.append(byte)
      }
    }
    // "… - Depuis le 01/01/2020": since when an item exists is no part of its name.
    let cut = trimmed(split(out[...], at: Array(" - Depuis le".utf8))[0])
    return cut.isEmpty ? label : cut
  }

  /// Leading verbs distributed over the object parts.
  private static func distributed(_ label: Bytes) -> [[UInt8]] {
    let comma = Array(", ".utf8)
    let parts = split(label, at: comma).flatMap { split($0, at: Array(" et ".utf8)) }
      .flatMap { split($0, at: Array(" ou ".utf8)) }.map(trimmed).filter { !$0.isEmpty }
    guard parts.count > 1, parts.count <= 6 else { return [] }
    var verbs: [[UInt8]] = []
    var index = 0
    while index < parts.count - 1, isInfinitive(parts[index][...]) {
      verbs.append(parts[index])
      index += 1
    }
    guard let space = parts[index].firstIndex(of: 0x20), isInfinitive(parts[index][..<space]) else {
      return []
    }
    verbs.append(Array(parts[index][..<space]))
    let object = Array(parts[index][(space + 1)...])
    let further = parts[(index + 1)...]
    // A later part with a verb of its own is another phrase, not another object.
    let objects =
      [object]
      + further.filter { part in !isInfinitive(part[..<(part.firstIndex(of: 0x20) ?? part.endIndex)]) }
    let whole = objects.count == further.count + 1 && verbs.count * objects.count <= 9 ? objects : [object]
    guard verbs.count > 1 || whole.count > 1 else { return [] }
    return verbs.flatMap { verb in whole.map { verb + [0x20] + $0 } }
  }

  private static func isInfinitive(_ word: Bytes) -> Bool {
    guard word.count >= 4, !word.contains(0x20) else { return false }
    let end = word.suffix(2).map { $0 | 0x20 }
    return end == [0x65, 0x72] || end == [0x69, 0x72] || end == [0x72, 0x65]  // er ir re
  }

  private static func trimmed(_ bytes: some Collection<UInt8>) -> [UInt8] {
    var slice = Array(bytes)[...]
    while let c = slice.first, c == 0x20 || c == 0x2C || c == 0x3B { slice.removeFirst() }
    while let c = slice.last, c == 0x20 || c == 0x2C || c == 0x3B { slice.removeLast() }
    return Array(slice)
  }

  private static func split(_ bytes: some RandomAccessCollection<UInt8>, at separator: [UInt8]) -> [Bytes] {
    let all = Array(bytes)
    var parts: [Bytes] = []
    var start = 0
    var index = 0
    while index + separator.count <= all.count {
      if all[index..<index + separator.count].elementsEqual(separator) {
        parts.append(all[start..<index])
        index += separator.count
        start = index
      } else {
        index += 1
      }
    }
    parts.append(all[start...])
    return parts
  }
}
