/// The phrases a label stands for: administrators coordinate, recruiters do not.
///
/// *Accueillir, orienter, renseigner un public* is read as three phrases; *Merchandising / Marchandisage* as two; a
/// bracketed example list is left out.
enum LabelVariants {
  /// Distinct phrases of a label, the whole label (without brackets) first.
  static func phrases(_ label: String) -> [String] {
    let bare = withoutBrackets(label)
    var phrases = [bare]
    for side in bare.components(at: " / ") where side != bare { phrases.append(side) }
    phrases += distributed(bare)
    var seen = Set<String>()
    return phrases.map { $0.trimmed }.filter { !$0.isEmpty && seen.insert($0).inserted }
  }

  private static func withoutBrackets(_ label: String) -> String {
    var depth = 0
    var out = ""
    for character in label {
      if character == "(" { depth += 1 } else if character == ")" { depth = max(0, depth - 1) } else if depth == 0 { out.append(character) }
    }
    let cut = out.components(at: " - Depuis le")[0]
    return cut.trimmed.isEmpty ? label : cut.trimmed
  }

  /// Leading verbs distributed over the object parts.
  private static func distributed(_ label: String) -> [String] {
    let parts = label.replacingWords([" et ", " ou "], with: ", ").components(at: ", ").map(\.trimmed).filter { !$0.isEmpty }
    guard parts.count > 1, parts.count <= 6 else { return [] }
    var verbs: [String] = []
    var index = 0
    while index < parts.count - 1, isInfinitive(parts[index]) {
      verbs.append(parts[index])
      index += 1
    }
    let words = parts[index].split(separator: " ", maxSplits: 1).map(String.init)
    guard words.count == 2, isInfinitive(words[0]) else { return [] }
    verbs.append(words[0])
    let objects = [words[1]] + parts[(index + 1)...].filter { !isInfinitive(String($0.split(separator: " ")[0])) }
    guard objects.count + index == parts.count, verbs.count * objects.count <= 9 else {
      return verbs.count > 1 ? verbs.map { $0 + " " + words[1] } : []
    }
    guard verbs.count > 1 || objects.count > 1 else { return [] }
    return verbs.flatMap { verb in objects.map { verb + " " + $0 } }
  }

  private static func isInfinitive(_ word: String) -> Bool {
    guard !word.contains(" "), word.count >= 4 else { return false }
    let folded = Folding.fold(word)
    return folded.hasSuffix("er") || folded.hasSuffix("ir") || folded.hasSuffix("re")
  }
}

extension String {
  fileprivate var trimmed: String {
    var s = Substring(self)
    while let c = s.first, c == " " || c == "," || c == ";" { s.removeFirst() }
    while let c = s.last, c == " " || c == "," || c == ";" { s.removeLast() }
    return String(s)
  }

  fileprivate func components(at separator: String) -> [String] {
    var parts: [String] = []
    var current = ""
    var index = startIndex
    while index < endIndex {
      if self[index...].hasPrefix(separator) {
        parts.append(current)
        current = ""
        index = self.index(index, offsetBy: separator.count)
      } else {
        current.append(self[index])
        index = self.index(after: index)
      }
    }
    parts.append(current)
    return parts
  }

  fileprivate func replacingWords(_ words: [String], with replacement: String) -> String {
    words.reduce(self) { $0.components(at: $1).joined(separator: replacement) }
  }
}
