/// Reads tables of tension: the open data of the BMO survey, the indicators of the Dares (CSV, by column names), and
/// the passage from FAP to ROME v3 and the names of the families in the SAS formats they are published in.
public struct TensionReader {
  /// Sums at every level a line names: a BMO line names bassin, département and region.
  public private(set) var records: [TensionRecord] = []
  /// Families of professions and their cards.
  public private(set) var links: [FAPLink] = []
  /// Names of families of professions, of every level, by code.
  public private(set) var labels: [FAPLabel] = []
  /// Lines read, records set aside included.
  public private(set) var lines = 0
  /// What was wrong.
  public var findings: [Finding] { log.findings }
  /// Lines set aside.
  public private(set) var rejected = 0

  private var log = FindingLog()
  private var sums: [TensionRecord.Key: TensionRecord] = [:]
  private var passages = Set<FAPLink>()
  private var names: [String: FAPLabel] = [:]

  /// Reads files, archives or folders.
  ///
  /// - Throws: `ReadingError` when an input cannot be read.
  public init(paths: [String]) throws {
    for path in paths { try InputArchive.forEachMember(of: path) { try add($0) } }
    records = sums.values.sorted { $0.key < $1.key }
    links = passages.sorted()
    labels = names.values.sorted()
    if records.isEmpty, links.isEmpty, labels.isEmpty {
      throw ReadingError(TensionFindings.empty(paths.joined(separator: ", ")))
    }
  }

  private mutating func add(_ member: InputMember) throws {
    let start = try member.peek(8192)
    if Self.isSASFormat(start)
      || member.baseName.lowercased().hasPrefix("passage") && !isTable(start)
    {
      try addPassage(member)
    } else {
      try addTable(member, semicolons: start.prefix { $0 != 0x0A }.contains(UInt8(ascii: ";")))
    }
  }

  /// Whether the first line names a column of the ROME.
  private func isTable(_ start: some Sequence<UInt8>) -> Bool {
    let head = String(decoding: start.prefix { $0 != 0x0A }, as: UTF8.self)
    return head.lowercased().contains("rome") && head.contains { ";,\t".contains($0) } && !head.contains("=")
  }

  /// Whether a line of the start opens a format of the FAP: `value $FAP9_5L`.
  private static func isSASFormat(_ start: [UInt8]) -> Bool {
    String(decoding: start, as: UTF8.self).split(whereSeparator: \.isNewline).contains {
      format(of: $0) != nil
    }
  }

  /// The name of the format a line opens, in small letters; `nil` for any other line.
  private static func format(of line: some StringProtocol) -> String? {
    let words = line.lowercased().split(whereSeparator: \.isWhitespace)
    guard words.count >= 2, words[0] == "value", words[1].hasPrefix("$fap") else { return nil }
    return String(words[1])
  }

  // MARK: - SAS formats

  /// `"F1301","F1302" = "B5Z40"`; a sixth character is the qualification. In the formats whose names end in L, the name
  /// of a family: `"B5Z40" = "B5Z40 : Peintres"`.
  private mutating func addPassage(_ member: InputMember) throws {
    let reader = LineReader(member)
    var isNaming = false
    while let line = try reader.next() {
      guard case .text(let number, let bytes) = line else { continue }
      let text = TextDecoding.decode(bytes, as: TextDecoding.isUTF8(bytes) ? .utf8 : .windows1252)
      if let format = Self.format(of: text) { isNaming = format.last == "l" }
      let parts = text.split(separator: "=", maxSplits: 1)
      if isNaming {
        // Neither comments nor statements begin with a quotation mark; a line that was cut does.
        if text.first(where: { !$0.isWhitespace }) == "\"" { addName(parts, member.name, number) }
        continue
      }
      guard parts.count == 2, parts[0].contains("\"") else { continue }
      let fap = Self.quoted(parts[1]).first ?? ""
      lines += 1
      let keys = Self.quoted(parts[0])
      let found = keys.compactMap { key -> FAPLink? in
        ROMECode(key.prefix(5)).map {
          FAPLink(fap: fap, occupation: $0, qualification: String(key.dropFirst(5)))
        }
      }
      guard Self.isFAP(fap), found.count == keys.count, !found.isEmpty else {
        // Headings of the formats and "other" lines name no family.
        if Self.isFAP(fap) {
          rejected += 1
          log.add(TensionFindings.badRow(member.name, number, "code ROME illisible"))
        } else {
          lines -= 1
        }
        continue
      }
      passages.formUnion(found)
    }
  }

  private mutating func addName(_ parts: [Substring], _ file: String, _ line: Int) {
    lines += 1
    let codes = parts.first.map(Self.quoted) ?? []
    // A line that was cut has no closing quote.
    guard parts.count == 2, parts[1].count(where: { $0 == "\"" }) >= 2, codes.count == 1,
      let name = FAPLabel(code: codes[0], text: Self.quoted(parts[1])[0])
    else {
      rejected += 1
      return log.add(TensionFindings.badRow(file, line, "nom de famille illisible"))
    }
    if let known = names[name.fap] {
      rejected += 1
      return log.add(TensionFindings.namedTwice(file, line, known.fap))
    }
    names[name.fap] = name
  }

  /// A passage as a table: the FAP of 2021 is published so.
  private mutating func addPassage(_ csv: CSVReader, _ columns: PassageColumns, _ file: String) throws {
    try addRows(csv) { reader, record in
      guard let link = columns.link(record), Self.isFAP(link.fap) else {
        return TensionFindings.badRow(file, record.line, "code FAP ou ROME illisible")
      }
      reader.passages.insert(link)
      return nil
    }
  }

  private static func quoted(_ text: Substring) -> [String] {
    text.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
  }

  private static func isFAP(_ code: String) -> Bool {
    let bytes = Array(code.utf8)
    return bytes.count >= 3 && bytes.count <= 5 && code != "ZZZZZ"
      && bytes[0] >= 0x41 && bytes[0] <= 0x5A && bytes[1] >= 0x30 && bytes[1] <= 0x39
  }

  // MARK: - Tables

  private mutating func addTable(_ member: InputMember, semicolons: Bool) throws {
    let csv = try CSVReader(member, delimiter: UInt8(ascii: semicolons ? ";" : ","))
    if let columns = PassageColumns(csv.header) { return try addPassage(csv, columns, member.name) }
    guard let columns = TensionColumns(csv.header) else {
      throw ReadingError(TensionFindings.columns(member.name))
    }
    var firsts: [TensionRecord.Key: Int] = [:]
    try addRows(csv) { reader, record in reader.add(record, columns, member.name, &firsts) }
  }

  /// - Parameter add: takes a record; says what is wrong with one that is set aside.
  private mutating func addRows(
    _ csv: CSVReader, _ add: (inout TensionReader, CSVRecord) -> Finding?
  ) throws {
    while let row = try csv.nextRow() {
      lines += 1
      let finding: Finding?
      switch row {
      case .rejected(let reject): finding = reject.finding
      case .record(let record): finding = add(&self, record)
      }
      guard let finding else { continue }
      rejected += 1
      log.add(finding)
    }
    log.add(csv.findings)
  }

  private mutating func add(
    _ record: CSVRecord, _ columns: TensionColumns, _ file: String, _ firsts: inout [TensionRecord.Key: Int]
  ) -> Finding? {
    let line = record.line
    let values: TensionColumns.Values
    switch columns.read(record) {
    case .failure(let problem): return TensionFindings.badRow(file, line, problem.what)
    case .success(let read): values = read
    }
    if let all = values.projects, max(values.difficult ?? 0, values.seasonal ?? 0) > all {
      return TensionFindings.impossible(file, line)
    }
    let keys = values.places.map { level, code in
      TensionRecord.Key(
        survey: columns.survey, year: values.year, nomenclature: columns.nomenclature,
        occupation: values.occupation, level: level, territory: code)
    }
    guard let finest = keys.first else { return nil }
    if let first = firsts[finest] { return TensionFindings.repeated(file, line, first: first) }
    firsts[finest] = line
    // Projects add up over territories, an indicator does not: it stays where it was published.
    for key in columns.survey == .bmo ? keys : [finest] {
      var sum = sums[key] ?? TensionRecord(key: key, label: values.label)
      func plus(_ a: Double?, _ b: Double?) -> Double? { b.map { (a ?? 0) + $0 } ?? a }
      // A secret part keeps its line out of the ratio.
      if values.projects != nil, values.difficult != nil || columns.survey == .dares {
        sum.projects = plus(sum.projects, values.projects)
        sum.difficult = plus(sum.difficult, values.difficult)
        sum.seasonal = plus(sum.seasonal, values.seasonal)
      }
      sum.indicator = values.indicator ?? sum.indicator
      sums[key] = sum
    }
    return nil
  }
}
