/// CACES: driving certificates of the health insurance, *recommandations* R482 to R490 and their forerunners.
///
/// Reads *CACES 1, 3 et 5*, *R489 1A/1B*, *caces R.482 cat A*, *CACES nacelle 3B*: the word or the number of a
/// recommendation, then numbers, machines and categories in any order. One match a category.
struct CACESGrammar {
  static let words: [String] =
    ["CACES", "Caces", "r"] + CACESTable.regulations.keys.sorted().map { "r\($0)" }
    + CACESTable.glued.sorted().map { "caces\($0)" } + ["cacesr489", "cacesr482", "cacesr486"]

  /// One thing said about the certificate.
  private struct Element {
    enum Value: Equatable {
      case regulation(String)
      case machine(CACESTable.Machine)
      case category(String)
    }
    var value: Value
    var token: Int
    var units: Range<Int>
  }

  /// Elements that speak of one recommendation.
  private struct Group {
    var regulation: String?
    var machine: CACESTable.Machine?
    var categories: [Element] = []
    var first: Int
    var last: Int
  }

  func read(_ text: GrammarText, at index: Int) -> GrammarReading? {
    var elements: [Element] = []
    var position = index
    let opener = text.word(index)
    let named = opener.hasPrefix("caces")
    if named {
      position += 1
      let rest = String(opener.dropFirst(5))
      if rest == "r" {
        position = index
      } else if !rest.isEmpty {
        elements += pieces(text, index, dropping: 5)
      }
      if rest == "s" { elements = [] }
    }
    var fillers = 0
    var wasCategoryWord = false
    scan: while position < text.count, fillers <= 6 {
      let word = text.word(position)
      if word == "r", let (number, next) = splitRegulation(text, position) {
        elements.append(
          Element(value: .regulation(number), token: next - 1, units: unitRange(text, position, next)))
        position = next
        fillers = 0
        continue
      }
      if !named, elements.isEmpty, word == "r" { return nil }
      let found = pieces(
        text, position, dropping: 0, afterCategoryWord: wasCategoryWord, known: elements, named: named)
      if let whole = spacedCategory(text, position, found) {
        elements.append(whole)
        fillers = 0
        position += 1
      } else if !found.isEmpty {
        elements += found
        fillers = 0
        wasCategoryWord = false
      } else if let machine = CACESTable.machines[word] {
        guard named || !elements.isEmpty else { return nil }
        // *mobile*, *tour*, *auxiliaire* are machines behind *grue* alone.
        if machine.isCraneKind, !elements.contains(where: { $0.value == .machine(.crane) }) {
          if word == "tour" { break scan }
          position += 1
          continue
        }
        elements.append(
          Element(value: .machine(machine), token: position, units: unitRange(text, position, position + 1)))
        fillers = 0
      } else if word == "." {
        // Only the stop of an abbreviation: *cat. 3*.
        guard wasCategoryWord, text.touches(position) else { break scan }
      } else if CACESTable.categoryWords.contains(word) {
        wasCategoryWord = true
        fillers += 1
      } else if CACESTable.fillers.contains(word), !(word == "\n") {
        if word == "a", !text.isWord(position + 1) { break scan }
        fillers += 1
      } else {
        break scan
      }
      position += 1
    }
    if !named, !elements.contains(where: { if case .regulation = $0.value { true } else { false } }) {
      return nil
    }
    var items = emit(text, groups(elements, opener: index), opener: index)
    if items.isEmpty {
      items = [bare(text, index)]
    }
    let end = max(items.map(\.tokens.upperBound).max() ?? 0, (elements.last?.token ?? index) + 1)
    return GrammarReading(items: items, end: max(end, index + 1))
  }

  // MARK: - Elements

  /// *R.482*, *R 486*, *R-489*: the letter, an optional sign, the number.
  private func splitRegulation(_ text: GrammarText, _ index: Int) -> (String, Int)? {
    var next = index + 1
    if text.word(next) == "." || text.word(next) == "-" { next += 1 }
    let number = text.word(next)
    return CACESTable.regulations[number] == nil ? nil : (number, next + 1)
  }

  private func unitRange(_ text: GrammarText, _ from: Int, _ to: Int) -> Range<Int> {
    Int(text.tokens[from].start)..<Int(text.tokens[to - 1].end)
  }

  /// The categories and recommendations a token spells, cut at stops and commas: *1,3,5*, *R489.3*.
  private func pieces(
    _ text: GrammarText, _ index: Int, dropping: Int, afterCategoryWord: Bool = false, known: [Element] = [],
    named: Bool = true
  ) -> [Element] {
    let token = text.tokens[index]
    guard token.kind == .word || token.kind == .number else { return [] }
    var result: [Element] = []
    var start = Int(token.start) + dropping
    let end = Int(token.end)
    while start < end {
      var stop = start
      while stop < end, text.units[stop] != 0x2C, text.units[stop] != 0x2E { stop += 1 }
      let raw = String(decoding: text.units[start..<stop], as: UTF16.self)
      let folded = Folding.fold(raw)
      if folded.hasPrefix("r"), CACESTable.regulations[String(folded.dropFirst())] != nil {
        result.append(
          Element(value: .regulation(String(folded.dropFirst())), token: index, units: start..<stop))
      } else if CACESTable.regulations[folded] != nil, named {
        result.append(Element(value: .regulation(folded), token: index, units: start..<stop))
      } else if isCategory(text, index, raw, folded, afterCategoryWord, known + result) {
        result.append(Element(value: .category(folded), token: index, units: start..<stop))
      } else {
        return []
      }
      start = stop + 1
    }
    return result
  }

  /// *1 B*, *3 A*: a number and its letter, apart.
  private func spacedCategory(_ text: GrammarText, _ index: Int, _ found: [Element]) -> Element? {
    guard found.count == 1, case .category(let digit) = found[0].value, ["1", "2", "3"].contains(digit),
      found[0].units.upperBound == Int(text.tokens[index].end),
      text.word(index + 1) == "a" || text.word(index + 1) == "b", text.surface(index + 1).count == 1,
      text.isCapital(index + 1),
      text.word(index + 2) != "jour"
    else { return nil }
    return Element(
      value: .category(digit + text.word(index + 1)), token: index + 1,
      units: found[0].units.lowerBound..<Int(text.tokens[index + 1].end))
  }

  private func isCategory(
    _ text: GrammarText, _ index: Int, _ raw: String, _ folded: String, _ afterCategoryWord: Bool,
    _ known: [Element]
  ) -> Bool {
    if known.isEmpty, !text.word(index).hasPrefix("caces"), text.word(index - 1) == "a" { return false }
    if CACESTable.digitCategories.contains(folded) {
      // *3 ans*, *2 postes*, *12 €*: a quantity of something else.
      let next = text.word(index + 1)
      if next == "h", text.word(index + 2) == "/" { return true }
      return !(CACESTable.quantities.contains(next) && !(next == "m" && text.isCapital(index + 1)))
    }
    guard CACESTable.letterCategories.contains(folded), raw.first?.isUppercase == true || afterCategoryWord
    else { return false }
    let next = text.word(index + 1)
    if folded == "a", next == "jour" || next == "partir" { return false }
    if folded == "c", next == "est" { return false }
    if afterCategoryWord || text.word(index - 1) == "caces" { return true }
    return known.contains { element in
      switch element.value {
      case .regulation: true
      case .machine(let machine): machine == .site || machine == .platform || machine == .mobileCrane
      case .category(let category): CACESTable.letterCategories.contains(category)
      }
    }
  }

  // MARK: - Groups

  private func groups(_ elements: [Element], opener: Int) -> [Group] {
    var groups: [Group] = []
    var current = Group(first: opener, last: opener)
    func close(_ element: Element) {
      groups.append(current)
      current = Group(first: element.token, last: element.token)
    }
    for (order, element) in elements.enumerated() {
      let categoryFollows = order + 1 < elements.count && isCategory(elements[order + 1])
      switch element.value {
      case .regulation(let number):
        let changes = current.regulation != nil && current.regulation != number
        let opensOwn = current.regulation == nil && !current.categories.isEmpty && categoryFollows
        if changes || opensOwn { close(element) }
        current.regulation = number
      case .machine(let machine):
        let held = current.machine ?? current.regulation.flatMap { CACESTable.regulations[$0]?.machine }
        if let held, held != machine, !held.agrees(with: machine) {
          if !current.categories.isEmpty || current.machine != nil { close(element) }
          current.machine = machine
        } else if current.machine == nil || machine.isNarrower(than: current.machine) {
          current.machine = machine
        }
      case .category:
        current.categories.append(element)
      }
      current.last = element.token
    }
    groups.append(current)
    return groups
  }

  private func isCategory(_ element: Element) -> Bool {
    if case .category = element.value { true } else { false }
  }

  // MARK: - Matches

  private func emit(_ text: GrammarText, _ groups: [Group], opener: Int) -> [GrammarReading.Item] {
    var items: [GrammarReading.Item] = []
    for group in groups {
      let names = group.categories.compactMap { if case .category(let name) = $0.value { name } else { nil } }
      if group.regulation == nil, group.machine == nil, names.isEmpty { continue }
      let number =
        group.regulation
        ?? CACESTable.regulation(machine: group.machine ?? context(text, opener), categories: names)
      guard let regulation = CACESTable.regulations[number] else { continue }
      if names.isEmpty {
        let general =
          group.machine == .telescopic ? CACESTable.regulations["482"]?.codes["f"] : regulation.general
        items.append(.init(tokens: group.first..<group.last + 1, code: general, family: regulation.family))
        continue
      }
      for (order, element) in group.categories.enumerated() {
        let code = regulation.codes[names[order]] ?? regulation.general
        var item = GrammarReading.Item(
          tokens: element.token..<element.token + 1, units: element.units, code: code,
          family: regulation.family)
        if order == 0 {
          let last = group.categories.count == 1 ? max(group.last, element.token) : element.token
          let end = last == element.token ? element.units.upperBound : Int(text.tokens[last].end)
          item.tokens = min(group.first, element.token)..<last + 1
          item.units = Int(text.tokens[item.tokens.lowerBound].start)..<end
        }
        items.append(item)
      }
    }
    return items
  }

  /// The word alone: lift trucks, unless its line speaks of other machines.
  private func bare(_ text: GrammarText, _ index: Int) -> GrammarReading.Item {
    let number = CACESTable.regulation(machine: context(text, index), categories: [])
    let regulation = CACESTable.regulations[number]
    return .init(tokens: index..<index + 1, code: regulation?.general, family: regulation?.family)
  }

  /// The machine the rest of the line names.
  private func context(_ text: GrammarText, _ index: Int) -> CACESTable.Machine? {
    var found: CACESTable.Machine?
    func look(_ position: Int) -> Bool {
      guard position >= 0, position < text.count, text.tokens[position].kind != .lineBreak else {
        return false
      }
      if let machine = CACESTable.machines[text.word(position)], machine != .crane, !machine.isCraneKind {
        found = machine
        return false
      }
      return true
    }
    for step in 1...12 where !look(index + step) { break }
    if found == nil { for step in 1...8 where !look(index - step) { break } }
    return found
  }
}
