import CVectors

/// Learns ICU's word rules for Latin text by asking ICU: first which units it treats alike, then what it does with
/// every four classes in a row.
struct BreakTableBuilder {
  /// Units the table may hold: Latin, general punctuation, currency, arrows, shapes and the bullets of symbol fonts.
  static let ranges: [ClosedRange<UInt16>] = [
    0x0000...0x017F, 0x2000...0x206F, 0x20A0...0x20BF, 0x2190...0x21FF, 0x2500...0x27BF, 0xF0A0...0xF0FF,
  ]
  private static let maximumClasses = 16
  /// Parts everything on both sides; also what the ends of a text are taken for.
  private static let separator: UInt16 = 0x2028
  private static let digit: UInt16 = 0x31
  private static let a: UInt16 = 0x61

  /// What ICU makes of one string.
  private struct Answer: Hashable {
    /// A bit for each offset behind which ICU parts, from 1; the end is always one.
    var boundaries: UInt32 = 0
    /// Those at the end of a word or number.
    var words: UInt32 = 0

    func parts(at offset: Int) -> Bool { boundaries >> UInt32(offset) & 1 != 0 }
    func word(at offset: Int) -> Bool { words >> UInt32(offset) & 1 != 0 }
  }

  /// The table; `nil` when ICU is not usable, or parts in a way that four classes do not decide.
  func build() -> BreakTable? {
    guard let breaker = try? WordBreaker(table: nil) else { return nil }
    let units = Self.ranges.flatMap { Array($0) }
    let signatures = signatures(units, breaker)
    var classOf: [[Answer]: UInt8] = [:]
    var representatives: [UInt16] = []
    let classes = UnsafeMutablePointer<UInt8>.allocate(capacity: 1 << 16)
    classes.initialize(repeating: BreakTable.foreign, count: 1 << 16)
    var facts = [UInt8](repeating: 0, count: 256 + Self.maximumClasses)
    for (unit, signature) in zip(units, signatures) where !attaches(signature) {
      let known = classOf[signature]
      let found = known ?? UInt8(representatives.count)
      if known == nil {
        guard representatives.count < Self.maximumClasses else { return nil }
        classOf[signature] = found
        representatives.append(unit)
      }
      classes[Int(unit)] = found
      if signature[0].word(at: 1) { facts[256 + Int(found)] |= BreakTable.Fact.word }
      if BreakTable.splitting.contains(unit) { facts[256 + Int(found)] |= BreakTable.Fact.splits }
    }
    let letter = classes[Int(Self.a)]
    let edge = classes[Int(Self.separator)]
    guard letter != BreakTable.foreign, edge != BreakTable.foreign,
      facts[256 + Int(letter)] == BreakTable.Fact.word
    else { return nil }
    let (pairs, contexts) = relations(representatives, breaker, &facts)
    // The run of letters that the segmenter skips without looking.
    guard pairs[Int(letter) << 4 | Int(letter)] == BreakTable.Pair.joined,
      facts[Int(letter) << 4 | Int(letter)] & BreakTable.Fact.splits == 0
    else { return nil }
    return BreakTable(
      classes: UnsafePointer(classes), pairs: Self.keep(pairs), facts: Self.keep(facts),
      contexts: Self.keep(contexts), letter: letter, edge: edge, count: representatives.count,
      rules: Self.rules(classes, pairs, contexts, facts),
      hasPlainWords: Self.arePlain(classes, letter, pairs, facts))
  }

  /// The rules over bytes. What is a word by itself though no plain letter, as @ is to ICU 72, is left to the tables.
  private static func rules(
    _ classes: UnsafePointer<UInt8>, _ pairs: [UInt8], _ contexts: [UInt16], _ facts: [UInt8]
  ) -> UnsafePointer<sm_rules> {
    let unknown = 15
    let plain = (0...255).map { sm_plain(UInt8($0)) != 0 }
    let narrow = (0...255).map { byte -> UInt8 in
      let found = min(classes[byte], UInt8(unknown))
      let isWord = found < unknown && facts[256 + Int(found)] & BreakTable.Fact.word != 0
      return byte == Int(SM_OTHER) || isWord && !plain[byte] ? UInt8(unknown) : found
    }
    var narrowPairs = [UInt8](repeating: 3, count: 256)
    var ends = [UInt8](repeating: 0, count: 1 << 12)
    for pair in 0..<256 where pair >> 4 < unknown && pair & 15 < unknown {
      narrowPairs[pair] = pairs[pair]
      for behind in 0...unknown {
        let parted: Bool
        switch pairs[pair] {
        case BreakTable.Pair.apart: parted = true
        case BreakTable.Pair.joined: parted = false
        default:
          parted =
            behind < unknown
            && (0..<unknown).allSatisfy { contexts[$0 << 8 | pair] >> UInt16(behind) & 1 == 0 }
        }
        ends[pair << 4 | behind] = parted ? 1 : 0
      }
    }
    let kinds = Self.kinds(narrow, narrowPairs, contexts, plain)
    return keep([
      sm_rules(
        classes: keep(narrow), ends: keep(ends), pairs: keep(narrowPairs), contexts: keep(contexts),
        kinds: keep(kinds), signs: keep((0...255).map { Self.sign($0) }),
        heads: keep(
          FrenchParts.elisions.filter { $0.utf8.count <= Int(SM_HEAD) }.map {
            PackedWord.pack(Array($0.utf16))
          }
            + [0]))
    ])
  }

  /// What a byte that is parted from its neighbours makes.
  private static func sign(_ byte: UInt8) -> sm_sign {
    sm_sign(
      hash: sm_hash(UInt64(byte), 0), kind: UInt16(TokenWriter.standsAlone(byte) ? SM_SIGN : SM_GAP),
      next: UInt16(TokenWriter.hasSay(byte) ? SM_PLAIN : SM_FREE))
  }

  /// What each byte is to those beside it (`sm_rules.kinds`).
  ///
  /// A sign is parted from all others, or joined only between two plain units, or hard; of two signs that may be joined (CR
  /// and LF) it is enough that the first is hard.
  private static func kinds(
    _ classes: [UInt8], _ pairs: [UInt8], _ contexts: [UInt16], _ plain: [Bool]
  ) -> [UInt8] {
    let known = Set(classes).filter { $0 < 15 }.sorted()
    let plainClasses = Set(zip(classes, plain).filter(\.1).map(\.0))
    let space = classes[0x20]
    var hard: Set<UInt8> = [15]
    var middle: Set<UInt8> = []
    for left in known {
      for right in known where !plainClasses.isSuperset(of: [left, right]) && (left, right) != (space, space)
      {
        let pair = Int(left) << 4 | Int(right)
        guard pairs[pair] != BreakTable.Pair.apart else { continue }
        let sign = plainClasses.contains(left) ? right : left
        // Of all pairs in which these two are joined.
        let isMiddle =
          pairs[pair] == BreakTable.Pair.contextual
          && (plainClasses.contains(left) || plainClasses.contains(right))
          && known.allSatisfy { before in
            known.allSatisfy { behind in
              contexts[Int(before) << 8 | pair] >> UInt16(behind) & 1 == 0
                || plainClasses.contains(sign == right ? behind : before)
            }
          }
        if isMiddle { middle.insert(sign) } else { hard.insert(sign) }
      }
    }
    return classes.indices.map { byte in
      if plain[byte] { return UInt8(SM_KIND_PLAIN) }
      if hard.contains(classes[byte]) { return UInt8(SM_KIND_HARD) }
      if byte == 0x20 { return UInt8(SM_KIND_SPACE) }
      return middle.contains(classes[byte]) ? UInt8(SM_KIND_MIDDLE) : 0
    }
  }

  /// Whether all units that a window calls plain are letters or digits to ICU, never parted among themselves and always
  /// a word without marks; and every byte stands for its own unit.
  private static func arePlain(
    _ classes: UnsafePointer<UInt8>, _ letter: UInt8, _ pairs: [UInt8], _ facts: [UInt8]
  ) -> Bool {
    let digit = classes[Int(Self.digit)]
    guard digit != BreakTable.foreign, classes[0x20] != BreakTable.foreign,
      classes[0x2019] == classes[Int(SM_APOSTROPHE)]
    else { return false }
    for left in [letter, digit] {
      guard facts[256 + Int(left)] == BreakTable.Fact.word else { return false }
      for right in [letter, digit] {
        let pair = Int(left) << 4 | Int(right)
        guard pairs[pair] == BreakTable.Pair.joined, facts[pair] == BreakTable.Fact.word else { return false }
      }
    }
    var window = TextWindow()
    defer { window.deallocate() }
    let kinds = keep((0...255).map { UInt8(sm_plain($0) != 0 ? SM_KIND_PLAIN : SM_KIND_HARD) })
    defer { kinds.deallocate() }
    let units = Array(0...UInt16.max)
    return units.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return false }
      return units.allSatisfy { unit in
        let at = Int(unit)
        if at % Int(SM_WINDOW) == 0 {
          sm_window_open(&window.window, kinds, base, Int32(at), Int32(buffer.count))
        }
        let place = at - Int(window.window.start)
        let isPlain = window.window.plain[place >> 3] >> UInt8(place & 7) & 1 != 0
        return (!isPlain || classes[at] == letter || classes[at] == digit)
          && Int(window.window.bytes[place]) == (at == 0x2019 ? Int(SM_APOSTROPHE) : min(at, Int(SM_OTHER)))
      }
    }
  }

  // MARK: - Asking

  /// Answers for many strings in one pass: separators part them.
  private func ask(_ strings: [[UInt16]], _ breaker: WordBreaker) -> [Answer] {
    var text: [UInt16] = []
    for string in strings { text += string + [Self.separator] }
    var answers: [Answer] = []
    answers.reserveCapacity(strings.count)
    var start = 0
    var answer = Answer()
    text.withUnsafeBufferPointer { buffer in
      breaker.forEachSegment(buffer) { _, end, isWord in
        let length = strings[answers.count].count
        if end - start > length {
          answers.append(answer)
          answer = Answer()
          start = end
        } else {
          answer.boundaries |= 1 << UInt32(end - start)
          if isWord { answer.words |= 1 << UInt32(end - start) }
        }
      }
    }
    return answers
  }

  /// What tells the classes apart: a unit alone, doubled, beside and between letters, digits, spaces and marks.
  private func probes(_ u: UInt16) -> [[UInt16]] {
    let (a, one, space, low): (UInt16, UInt16, UInt16, UInt16) = (Self.a, Self.digit, 0x20, 0x5F)
    let (quote, comma, dot, at): (UInt16, UInt16, UInt16, UInt16) = (0x27, 0x2C, 0xB7, 0x40)
    return [
      [u], [space, u], [a, u], [u, u], [u, a], [u, one], [one, u], [a, u, a], [one, u, one], [a, u, one],
      [one, u, a], [u, space], [low, u], [u, low], [0x0D, u], [u, 0x0A], [a, quote, u], [u, quote, a],
      [one, comma, u], [u, comma, one], [a, dot, u], [u, dot, a], [at, u], [u, at], [a, u, u, a],
      [one, u, u, one],
    ]
  }

  private func signatures(_ units: [UInt16], _ breaker: WordBreaker) -> [[Answer]] {
    let strings = units.map(probes)
    let answers = ask(strings.flatMap { $0 }, breaker)
    let width = strings[0].count
    return units.indices.map { Array(answers[$0 * width..<($0 + 1) * width]) }
  }

  /// Combining marks and format characters join whatever stands before them, space and letter alike.
  private func attaches(_ signature: [Answer]) -> Bool {
    !signature[1].parts(at: 1) && !signature[2].parts(at: 1)
  }

  /// What ICU does between each two classes, in each context.
  private func relations(_ units: [UInt16], _ breaker: WordBreaker, _ facts: inout [UInt8])
    -> (pairs: [UInt8], contexts: [UInt16])
  {
    let count = units.count
    var strings: [[UInt16]] = []
    for left in units { for right in units { strings.append([left, right]) } }
    for left in units {
      for right in units {
        for before in units { for behind in units { strings.append([before, left, right, behind]) } }
      }
    }
    let answers = ask(strings, breaker)
    var pairs = [UInt8](repeating: 0, count: 256)
    var contexts = [UInt16](repeating: 0, count: 1 << 12)
    for left in 0..<count {
      for right in 0..<count {
        let pair = left << 4 | right
        facts[pair] = facts[256 + left] | facts[256 + right]
        let alone = answers[left * count + right]
        if !alone.parts(at: 1), alone.word(at: 2) { facts[pair] |= BreakTable.Fact.word }
        let first = count * count + (left * count + right) * count * count
        var joined = 0
        for before in 0..<count {
          for behind in 0..<count where !answers[first + before * count + behind].parts(at: 2) {
            contexts[before << 8 | pair] |= 1 << UInt16(behind)
            joined += 1
          }
        }
        switch joined {
        case 0: pairs[pair] = BreakTable.Pair.apart
        case count * count: pairs[pair] = BreakTable.Pair.joined
        default: pairs[pair] = BreakTable.Pair.contextual
        }
      }
    }
    return (pairs, contexts)
  }

  /// Memory that is never given back: the table lives as long as the process.
  private static func keep<Element>(_ values: [Element]) -> UnsafePointer<Element> {
    let memory = UnsafeMutableBufferPointer<Element>.allocate(capacity: values.count)
    _ = memory.initialize(from: values)
    return UnsafePointer(memory.baseAddress!)
  }
}
