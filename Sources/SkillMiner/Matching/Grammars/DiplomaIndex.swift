import Taxonomy

/// Finds the credential item that names a diploma and its speciality, by label words weighted by rarity.
struct DiplomaIndex: Sendable {
  /// What a label or a mention calls itself.
  enum Sort: String, Sendable, CaseIterable {
    case cap, bep, bacPro, bac, bts, dut, but, licence, licencePro, bachelor, master, mastere, engineer,
      business, state, titre, cqp, bp, mc, brevet
    case doctorate, specialised, other
  }

  private struct Item: Sendable {
    let code: Int32
    let sort: Sort
    let keys: [Int32]
  }

  private let items: [Item]
  private let postings: [Int32: [Int32]]
  private let generic: Set<Int32>
  private let expansions: [Int32: [Int32]]

  /// Keys of every savoir: fields a diploma may be of when no label says so.
  private let fields: Set<Int32>

  /// - Parameters:
  ///   - items: every item of the release; credentials are what is linked to, savoirs name fields.
  ///   - tokens: the analyser.
  init(items: [Competency], tokens: (String) -> [Token]) {
    generic = Set(tokens(DiplomaTable.genericWords).map(\.key))
    var expansions: [Int32: [Int32]] = [:]
    for (short, long) in DiplomaTable.acronyms.sorted(by: { $0.key < $1.key }) {
      guard let token = tokens(short).first, token.form >= 0 else { continue }
      expansions[token.form] = tokens(long).filter(\.isContent).map(\.key)
    }
    self.expansions = expansions
    var built: [Item] = []
    var postings: [Int32: [Int32]] = [:]
    var fields: Set<Int32> = []
    for item in items where item.kind == .knowledge && item.nature != .credential {
      for token in tokens(item.label) where token.isContent && token.key >= 0 { fields.insert(token.key) }
    }
    self.fields = fields
    for item in items where item.nature == .credential {
      let words = tokens(item.label)
      let sort = Self.sort(of: Folding.fold(item.label))
      var keys: [Int32] = []
      for token in words
      where token.isContent && token.key >= 0 && !generic.contains(token.key) && !keys.contains(token.key) {
        keys.append(token.key)
      }
      for key in keys { postings[key, default: []].append(Int32(built.count)) }
      built.append(Item(code: item.code.number, sort: sort, keys: keys))
    }
    self.items = built
    self.postings = postings
  }

  /// Some label holds the word.
  func knows(_ token: Token) -> Bool {
    (token.key >= 0 && !generic.contains(token.key) && postings[token.key] != nil)
      || expansions[token.form] != nil
  }

  /// A word that may open a speciality: some diploma or savoir holds it.
  func isField(_ token: Token) -> Bool { knows(token) || fields.contains(token.key) }

  /// A label of this sort holds the word.
  func knows(_ token: Token, as sort: Sort) -> Bool {
    if expansions[token.form] != nil { return true }
    guard token.key >= 0, !generic.contains(token.key), let held = postings[token.key] else { return false }
    return held.contains { items[Int($0)].sort == sort }
  }

  /// The item whose sort is one of `sorts` and whose label the words cover; `nil` when none is close.
  func code(sorts: Set<Sort>, words: some Sequence<Token>) -> Int32? {
    var keys: [Int32] = []
    for token in words where token.isContent {
      for key in expansions[token.form] ?? [token.key] where !generic.contains(key) && !keys.contains(key) {
        keys.append(key)
      }
    }
    guard !keys.isEmpty else { return nil }
    let total = keys.reduce(Float(0)) { $0 + weight($1) }
    var shared: [Int32: Float] = [:]
    for key in keys {
      for item in postings[key] ?? [] where sorts.contains(items[Int(item)].sort) {
        shared[item, default: 0] += weight(key)
      }
    }
    var best: (code: Int32, score: Float)?
    for (index, common) in shared {
      let item = items[Int(index)]
      let mention = common / total
      let label = common / max(0.01, item.keys.reduce(Float(0)) { $0 + weight($1) })
      guard mention >= 0.6, label >= 0.6 else { continue }
      let score = 2 * mention * label / (mention + label)
      if best == nil || (score, -item.code) > (best!.score, -best!.code) { best = (item.code, score) }
    }
    return best?.code
  }

  private func weight(_ key: Int32) -> Float {
    guard key >= 0, let held = postings[key] else { return 6 }
    // Rare words say more; a logarithm to the base two keeps the scale readable.
    return 1 + PhraseIndex.log(Float(max(1, items.count)) / Float(held.count))
  }

  private static func sort(of label: String) -> Sort {
    for (prefix, sort) in DiplomaTable.labelPrefixes where label.hasPrefix(prefix) { return sort }
    return .other
  }
}
