import Taxonomy

/// Reads offers for the discovery of terms: one a thread.
///
/// Titles are left out (they name the occupation), and so are what employers say of themselves, of benefits and of the
/// recruitment. Words the lexicon does not know get keys of their own below zero.
final class TermReader {
  /// Function words that may stand between two words of a term.
  private static let gap = 2

  /// Items that the reading has to pretend not to know (see `TermDiscovery.measure`), ascending.
  let hidden: [OGRCode]
  private let lexicon: Lexicon
  private let analyzer: Analyzer
  private let stemmer: Stemmer
  private let cues: Set<Int32>
  private let empty: Set<Int32>
  private var unknown = Interner()

  init(lexicon: Lexicon, hidden: [OGRCode] = []) throws {
    self.lexicon = lexicon
    self.hidden = hidden
    let analyzer = try Analyzer(vocabulary: lexicon.vocabulary)
    self.analyzer = analyzer
    stemmer = try Stemmer()
    func keys(_ words: [String]) -> Set<Int32> {
      Set(words.flatMap { analyzer.tokens(of: $0).map(\.key) }.filter { $0 >= 0 })
    }
    cues = keys(TermWords.cues)
    empty = keys(TermWords.empty).union(keys(WeakHeads.words))
  }

  func read(_ offer: OfferWithMentions) -> TermOffer {
    let units = Array(offer.description.utf16)
    let tokens = units.withUnsafeBufferPointer { analyzer.tokens(of: $0) }
    let clauses = Clauses.split(tokens)
    let sections = SectionReader(lexicon: lexicon).sections(tokens, clauses)
    let places = place(tokens, offer, units)
    var runs: [TermOffer.Run] = []
    for (clause, section) in zip(clauses, sections) where Self.isRead(section) {
      var run = TermOffer.Run()
      var skipped = 0
      var sinceCue = Int.max
      var isFirst = true
      func close() {
        if !run.keys.isEmpty { runs.append(run) }
        run = TermOffer.Run()
        skipped = 0
      }
      for index in clause.range {
        let token = tokens[index]
        switch token.kind {
        case .word, .number:
          guard token.isContent else {
            skipped += 1
            if skipped > Self.gap { close() }
            continue
          }
          defer { isFirst = false }
          sinceCue = sinceCue == Int.max ? sinceCue : sinceCue + 1
          if cues.contains(token.key) { sinceCue = 0 }
          if case .known = places[index] {
            close()
            continue
          }
          let isName = Self.isName(token, opens: isFirst, units)
          add(token, places[index], isCued: (1...3).contains(sinceCue), isName: isName, units, to: &run)
          skipped = 0
        case .punctuation where token.form == 0x2D || token.form == 0x2F: break
        case .punctuation, .lineBreak:
          close()
          if token.form == 0x2E { sinceCue = Int.max }
        }
      }
      close()
    }
    return TermOffer(offer: offer, runs: runs)
  }

  /// A phrase as the keys its words have here.
  func keys(_ phrase: String) -> [Int32] {
    let units = Array(phrase.utf16)
    return units.withUnsafeBufferPointer { analyzer.tokens(of: $0) }.filter(\.isContent).map {
      key($0, units)
    }
  }

  // MARK: - Parts

  private enum Place {
    case free
    /// Linked, or of a kind that grammars and closed sets know.
    case known
    case unlinked
    case hidden(Int32)
  }

  private func place(_ tokens: [Token], _ offer: OfferWithMentions, _ units: [UInt16]) -> [Place] {
    var places = [Place](repeating: .free, count: tokens.count)
    guard !offer.spans.isEmpty else { return places }
    var scalars = ScalarOffsets()
    let starts = tokens.map { scalars.scalar(at: Int($0.start), in: units) }
    var ends = ScalarOffsets()
    let stops = tokens.map { ends.scalar(at: Int($0.end), in: units) }
    for span in offer.spans {
      var place = Place.free
      if let item = span.code.flatMap({ hidden.firstIndex(of: $0) }) {
        place = .hidden(Int32(item))
      } else if span.isLinked || !Self.isOpen(span.kind) {
        place = .known
      } else if span.isDemand {
        place = .unlinked
      }
      var low = 0
      var high = tokens.count
      while low < high {
        let middle = (low + high) / 2
        if starts[middle] < span.start { low = middle + 1 } else { high = middle }
      }
      while low < tokens.count, stops[low] <= span.end {
        places[low] = place
        low += 1
      }
    }
    return places
  }

  private func add(
    _ token: Token, _ place: Place, isCued: Bool, isName: Bool, _ units: [UInt16], to run: inout TermOffer.Run
  ) {
    let key = key(token, units)
    run.keys.append(key)
    run.starts.append(Int(token.start))
    run.ends.append(Int(token.end))
    run.isName.append(isName)
    run.isNew.append(isName || token.key < 0)
    // Verbs open tasks, which ROME has in plenty; a name may look like one (Docker).
    let isVerb = !isName && !token.flags.isDisjoint(with: [.infinitive, .secondPerson])
    run.mayEnd.append(
      token.kind == .word && token.end - token.start > 1 && !isVerb && !empty.contains(key))
    switch place {
    case .hidden(let item):
      run.isDemanded.append(true)
      run.item.append(item)
    case .unlinked:
      run.isDemanded.append(true)
      run.item.append(-1)
    case .free, .known:
      run.isDemanded.append(isCued)
      run.item.append(-1)
    }
  }

  private func key(_ token: Token, _ units: [UInt16]) -> Int32 {
    guard token.key < 0 else { return token.key }
    let word = String(decoding: units[Int(token.start)..<Int(token.end)], as: UTF16.self).lowercased()
    return -2 - unknown.intern(Morphology.key(word, folded: Folding.fold(word), stemmer))
  }

  /// A capital says nothing where a clause opens, unless another follows.
  private static func isName(_ token: Token, opens: Bool, _ units: [UInt16]) -> Bool {
    guard token.kind == .word else { return false }
    if token.flags.contains(.allCaps) || token.flags.contains(.hasDigit) { return true }
    let later = units[Int(token.start) + 1..<max(Int(token.start) + 1, Int(token.end))]
    return later.contains(where: \.isLatinUpper) || (!opens && token.flags.contains(.capitalised))
  }

  private static func isRead(_ section: Section) -> Bool {
    switch section {
    case .opening, .mission, .profile: true
    case .company, .benefits, .process: false
    }
  }

  private static func isOpen(_ kind: Mention.Kind) -> Bool {
    switch kind {
    case .knowHow, .knowledge, .tool: true
    case .credential, .diploma, .language, .softSkill: false
    }
  }
}
