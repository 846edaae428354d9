public import Taxonomy

/// What a module would be called on a programme of courses, from its families alone: the same families of the same
/// certification always give the same name.
///
/// The certificate asked for most comes first, else the family asked for most; what is no skill of a trade (*Capacité
/// d’adaptation*) comes last. From three families on, a macro-competency of the ROME that most of them share stands as the
/// heading. Families are told one by one as long as they fit; all of them stand beside the name wherever it is shown.
public struct ModuleNaming: Sendable {
  /// Most characters of a name.
  static let limit = 110

  private let names: ModuleNames
  private let release: TaxonomyRelease?

  /// - Parameters:
  ///   - names: what people wrote down.
  ///   - release: tells which macro-competency items belong to; `nil` for none.
  public init(names: ModuleNames = .none, release: TaxonomyRelease? = nil) {
    self.names = names
    self.release = release
  }

  /// French: the name.
  ///
  /// - Parameters:
  ///   - families: largest demand first.
  ///   - occupations: where the certification leads: a language is taught for a trade.
  public func name(_ families: [CompetencyFamily], occupations: [ROMECode]) -> String {
    let ordered = order(families)
    guard let first = ordered.first else { return "" }
    let head = plain(first, occupations)
    guard ordered.count > 1 else { return head }
    if first.kind != .credential, let heading = heading(ordered) {
      return join(heading, ordered.map { plain($0, occupations) })
    }
    let others = ordered.dropFirst().map { plain($0, occupations) }
    guard ordered.count > 2 else { return pair(head, others[0]) }
    return list(head, others)
  }

  // MARK: Order

  private func order(_ families: [CompetencyFamily]) -> [CompetencyFamily] {
    func place(_ family: CompetencyFamily) -> Int {
      if family.kind == .credential { return 0 }
      return Self.isGeneral(family) ? 2 : 1
    }
    return families.enumerated().sorted {
      (place($0.element), $0.offset) < (place($1.element), $1.offset)
    }.map(\.element)
  }

  private static func isGeneral(_ family: CompetencyFamily) -> Bool {
    family.id.hasPrefix("ogr-") && generalWords.contains { family.label.hasPrefix($0) }
  }

  private static let generalWords = [
    "Capacité", "Respect", "Sens ", "Sensibilité", "Faire preuve", "Veiller à", "Règles de sécurité",
    "Connaissance de l'entreprise",
  ]

  // MARK: Words

  private func plain(_ family: CompetencyFamily, _ occupations: [ROMECode]) -> String {
    let name = names.name(of: family.id) ?? Self.short(NounPhrase(family.label).text)
    guard family.kind == .language, let trade = Self.trade(occupations) else { return name }
    return "\(name) \(trade)"
  }

  /// A label that is too long for a title, cut before its brackets, else at a comma.
  private static func short(_ label: String) -> String {
    guard label.count > limit else { return label }
    for mark in [" (", ", "] {
      let parts = label.split(separator: mark, maxSplits: 1)
      if let head = parts.first, head.count <= limit { return String(head) }
    }
    return label
  }

  /// The trade a language is taught for, from the grand domaine most of the occupations stand in.
  private static func trade(_ occupations: [ROMECode]) -> String? {
    if !occupations.isEmpty, occupations.allSatisfy({ $0.value.hasPrefix("M18") }) {
      return "de l’informatique"
    }
    var counts: [String: Int] = [:]
    for code in occupations { counts[code.grandDomain, default: 0] += 1 }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.first.flatMap { trades[$0.key] }
  }

  private static let trades: [String: String] = [
    "A": "de l’agriculture", "B": "des métiers d’art", "C": "de la banque et de l’assurance",
    "D": "du commerce", "E": "de la communication", "F": "du bâtiment", "G": "du tourisme",
    "H": "de l’industrie", "I": "de la maintenance", "J": "de la santé", "K": "des services",
    "L": "du spectacle", "M": "du tertiaire", "N": "de la logistique et des transports",
  ]

  /// The macro-competency that at least two families, and at least half of them, belong to.
  private func heading(_ families: [CompetencyFamily]) -> String? {
    guard let release, families.count > 2 else { return nil }
    var counts: [OGRCode: Int] = [:]
    for family in families {
      for macro in Set(family.codes.compactMap { release.competency($0)?.macro }) {
        counts[macro, default: 0] += 1
      }
    }
    let best = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.first
    guard let best, best.value >= 2, best.value * 2 >= families.count else { return nil }
    return release.competency(best.key).map { NounPhrase($0.label).text }
  }

  // MARK: Joining

  /// *A et b*; *A, avec b* where one of them is a list already.
  private func pair(_ a: String, _ b: String) -> String {
    let isList = [a, b].contains { $0.contains(", ") || $0.contains(" et ") }
    let name = "\(a)\(isList ? ", avec" : " et") \(NounPhrase.lowered(b))"
    return name.count <= Self.limit ? name : a
  }

  /// *A, b et c*, as many as fit.
  private func list(_ head: String, _ others: [String]) -> String {
    var parts = [head]
    var length = head.count
    for other in others.map(NounPhrase.lowered) where length + other.count + 4 <= Self.limit {
      parts.append(other)
      length += other.count + 2
    }
    guard parts.count > 1, let last = parts.last else { return head }
    let isList = parts.contains { $0.contains(", ") || $0.contains(" et ") }
    return parts.dropLast().joined(separator: ", ") + (isList ? ", " : " et ") + last
  }

  /// *Heading : a, b, c*, as many as fit.
  private func join(_ heading: String, _ parts: [String]) -> String {
    var name = heading + "\u{A0}: "
    var isFirst = true
    for part in parts {
      let next = (isFirst ? "" : ", ") + NounPhrase.lowered(part)
      guard name.count + next.count <= Self.limit else { continue }
      name += next
      isFirst = false
    }
    return isFirst ? heading : name
  }
}
