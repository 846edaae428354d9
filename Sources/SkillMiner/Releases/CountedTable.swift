public import Taxonomy

/// A table of counts of items: of the present demand of a store, or one that was exported.
public struct CountedTable: Sendable {
  /// Items that are counted together (a family, or one item alone), and their counts.
  public struct Line: Hashable, Sendable {
    /// What the counts are of beside the items, by `contexts`: a certification, a territory.
    public let context: [String]
    /// Name of the family; may be empty.
    public let family: String
    /// French label; may be empty.
    public let label: String
    /// Items of one release; empty for a family that the lexicon has and the ROME has not.
    public let codes: [OGRCode]
    /// By `columns`; `nil` where a count is kept back or absent.
    public let counts: [Int?]

    /// Makes the value from its parts.
    public init(context: [String] = [], family: String, label: String, codes: [OGRCode], counts: [Int?]) {
      self.context = context
      self.family = family
      self.label = label
      self.codes = codes
      self.counts = counts
    }
  }

  /// Names of the columns that say what a line is about.
  public let contexts: [String]
  /// Names of the columns of counts.
  public let columns: [String]
  /// In the order of the table.
  public let lines: [Line]
  /// With which releases the figures were made, as tables say it; empty when this one does not.
  public let versions: [String]

  /// Makes the value from its parts.
  public init(contexts: [String] = [], columns: [String], lines: [Line], versions: [String] = []) {
    self.contexts = contexts
    self.columns = columns
    self.lines = lines
    self.versions = versions
  }

  /// How a table and a release go together.
  public enum Origin: Sendable {
    /// Every line was made with the release.
    case same
    /// With a release of that name and other contents.
    case otherContents
    /// With another one.
    case other
    /// The table does not say.
    case unknown
  }

  /// Whether the figures were made with a release.
  public func origin(_ release: TaxonomyRelease) -> Origin {
    if versions.isEmpty { return .unknown }
    let start = "\(release.name) ["
    if versions.allSatisfy({ $0.hasPrefix(start + ReleaseSet.short(release.digest)) }) { return .same }
    return versions.allSatisfy { $0.hasPrefix(start) } ? .otherContents : .other
  }

  private static let contextNames = ["niveau", "territoire", "certification", "cle", "mois", "metier"]
  private static let columnNames = [
    "offres", "offres_reference", "offres_recentes", "employeurs", "mentions", "effectif", "nombre",
  ]

  /// Reads a table the program wrote (`signals`, `analyse`, `modules` with `--format csv`), or any with a column of OGR
  /// codes and one of counts.
  ///
  /// - Returns: the table, and what is wrong with single lines.
  /// - Throws: `ReadingError` (`COMPTE-001`) when a column is missing, and where the file cannot be read.
  public static func read(path: String) throws -> (table: CountedTable, findings: [Finding]) {
    var table: CountedTable?
    var findings: [Finding] = []
    try InputArchive.forEachMember(of: path) { member in
      guard table == nil else { return findings.append(CountFindings.several(path)) }
      table = try read(member, &findings)
    }
    guard let table, !table.lines.isEmpty else { throw ReadingError(CountFindings.empty(path)) }
    return (table, findings)
  }

  private static func read(_ member: InputMember, _ findings: inout [Finding]) throws -> CountedTable {
    let head = try member.peek(8192).prefix { $0 != 0x0A }
    let delimiter = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")].max { a, b in
      head.count { $0 == a } < head.count { $0 == b }
    }
    let csv = try CSVReader(member, delimiter: delimiter ?? UInt8(ascii: ","))
    let names = csv.header.names.map { $0.lowercased() }
    func place(_ aliases: [String]) -> Int? { aliases.lazy.compactMap { names.firstIndex(of: $0) }.first }
    guard let codes = place(["codes_ogr", "code_ogr", "ogr", "codes", "code"]) else {
      throw ReadingError(CountFindings.missing(member.name, "codes_ogr"))
    }
    let counted = columnNames.compactMap { name in names.firstIndex(of: name).map { (name: name, place: $0) }
    }
    guard !counted.isEmpty else { throw ReadingError(CountFindings.missing(member.name, "offres")) }
    let contexts = contextNames.compactMap { name in
      names.firstIndex(of: name).map { (name: name, place: $0) }
    }
    let (family, label, versions) = (place(["famille"]), place(["libelle", "label"]), place(["versions"]))
    var lines: [Line] = []
    var made = Set<String>()
    while let row = try csv.nextRow() {
      guard case .record(let record) = row else {
        if case .rejected(let reject) = row { findings.append(reject.finding) }
        continue
      }
      let texts = record.value(codes).split { " |;,".contains($0) }
      let items = texts.compactMap { OGRCode(String($0.split(separator: ":").last ?? "")) }
      let id = record.value(family)
      // A certification of which nothing can be said has a line without a family.
      if items.isEmpty, texts.isEmpty, id.isEmpty { continue }
      guard items.count == texts.count else {
        findings.append(CountFindings.badCode(member.name, record.line, record.value(codes)))
        continue
      }
      lines.append(
        Line(
          context: contexts.map { record.value($0.place) }, family: id, label: record.value(label),
          codes: items.sorted(), counts: counted.map { count(record.value($0.place)) }))
      let version = record.value(versions)
      if !version.isEmpty { made.insert(version) }
    }
    findings += csv.findings
    return CountedTable(
      contexts: contexts.map(\.name), columns: counted.map(\.name), lines: lines, versions: made.sorted())
  }

  /// A count; `nil` for what is kept back (`s`) or not said.
  private static func count(_ text: String) -> Int? {
    Int(text.filter { !$0.isWhitespace && $0 != "\u{202F}" && $0 != "\u{A0}" })
  }
}
