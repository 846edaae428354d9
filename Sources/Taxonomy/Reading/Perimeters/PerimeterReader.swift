/// Filières and perimeters a user wrote in YAML.
public struct Perimeters: Sendable {
  /// In the order of the file.
  public var filieres: [Filiere] = []
  /// In the order of the file.
  public var perimeters: [Perimeter] = []

  /// Nothing defined.
  public init() {}
}

/// Reads the user's filières and perimeters (see docs/formats-referentiels.md).
public enum PerimeterReader {
  private static let sizeLimit = 4 << 20

  /// Levels of a perimeter by the key they stand under.
  static let levels: [(key: String, level: Territory.Level)] = [
    ("communes", .commune), ("bassins", .employmentBasin), ("zones_emploi", .employmentZone),
    ("departements", .department), ("regions", .region),
  ]

  /// Digits of the codes of a level, where they have a number of their own.
  static func width(of level: Territory.Level) -> Int {
    switch level {
    case .commune: 5
    case .department, .region: 2
    case .employmentZone: 4
    case .employmentBasin: 0
    }
  }

  /// Reads a file.
  ///
  /// - Returns: what is well defined, and what is wrong with the rest.
  /// - Throws: `ReadingError` when the file is no YAML of the kind that is understood.
  public static func read(path: String) throws -> (definitions: Perimeters, findings: [Finding]) {
    var result: (definitions: Perimeters, findings: [Finding])?
    try InputArchive.forEachMember(of: path) { member in
      guard result == nil else { return }
      result = try read(file: (member.name, try member.readAll(limit: sizeLimit)))
    }
    return result ?? (Perimeters(), [])
  }

  /// Reads bytes at hand.
  ///
  /// - Throws: `ReadingError` when they are no YAML of the kind that is understood.
  public static func read(
    file: (name: String, bytes: [UInt8])
  ) throws -> (definitions: Perimeters, findings: [Finding]) {
    let encoding = TextDecoding.detect(file.bytes, isComplete: true)
    let text = TextDecoding.decode(
      file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? file.bytes.dropFirst(3) : file.bytes[...], as: encoding)
    let root: SimpleYAML.Entry
    do {
      root = try SimpleYAML.parse(text)
    } catch {
      throw ReadingError(PerimeterFindings.syntax(file.name, error))
    }
    var draft = PerimeterDraft(file: file.name)
    if encoding != .utf8 { draft.findings.append(CSVFindings.notUTF8(file.name)) }
    guard case .map(let sections) = root.value else {
      throw ReadingError(PerimeterFindings.noSections(file.name))
    }
    for section in sections {
      guard case .list(let items) = section.value.value else {
        if section.value.value != .text("") {
          draft.findings.append(PerimeterFindings.notAList(file.name, section.value.line, section.key))
        }
        continue
      }
      switch section.key {
      case "filieres": for item in items { draft.filiere(item) }
      case "perimetres": for item in items { draft.perimeter(item) }
      default: draft.findings.append(PerimeterFindings.unknownKey(file.name, section.value.line, section.key))
      }
    }
    if draft.isEmpty, draft.findings.isEmpty { draft.findings.append(PerimeterFindings.nothing(file.name)) }
    return (draft.definitions, draft.findings)
  }
}

/// Definitions while they are being read.
struct PerimeterDraft {
  let file: String
  var definitions = Perimeters()
  var findings: [Finding] = []
  private var identifiers = Set<String>()

  var isEmpty: Bool { definitions.filieres.isEmpty && definitions.perimeters.isEmpty }

  init(file: String) { self.file = file }

  mutating func filiere(_ item: SimpleYAML.Entry) {
    guard let (id, name, fields) = head(item, keys: ["metiers", "secteurs", "certifications"]) else { return }
    definitions.filieres.append(
      Filiere(
        id: id, name: name, occupations: codes(fields["metiers"], "un code ROME") { ROMECode($0) },
        sectors: codes(fields["secteurs"], "un code NAF") {
          let code = $0.hasSuffix(".0") ? String($0.dropLast(2)) : $0
          return NAFNomenclature.division(of: code) == nil ? nil : code
        },
        certifications: codes(fields["certifications"], "un code RNCP ou RS") { CertificationCode($0) }))
  }

  mutating func perimeter(_ item: SimpleYAML.Entry) {
    guard let (id, name, fields) = head(item, keys: PerimeterReader.levels.map(\.key)) else { return }
    var members: [Territory.Level: Set<String>] = [:]
    for (key, level) in PerimeterReader.levels {
      let values = codes(fields[key], "un code de territoire") { text -> String? in
        let code = SpreadsheetCode.restored(text.uppercased(), width: PerimeterReader.width(of: level))
        guard !code.isEmpty, code.utf8.count <= 9, code.allSatisfy({ $0.isLetter || $0.isNumber }) else {
          return nil
        }
        return level == .commune && code.utf8.count != 5 ? nil : code
      }
      if !values.isEmpty { members[level] = Set(values) }
    }
    if members.isEmpty { findings.append(PerimeterFindings.empty(file, item.line, id)) }
    definitions.perimeters.append(Perimeter(id: id, name: name, members: members))
  }

  private mutating func head(
    _ item: SimpleYAML.Entry, keys: [String]
  ) -> (id: String, name: String, fields: [String: SimpleYAML.Entry])? {
    guard case .map(let pairs) = item.value else {
      findings.append(PerimeterFindings.incomplete(file, item.line))
      return nil
    }
    for pair in pairs where !(keys + ["id", "nom"]).contains(pair.key) {
      findings.append(PerimeterFindings.unknownKey(file, pair.value.line, pair.key))
    }
    let fields = Dictionary(pairs.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
    guard case .text(let id)? = fields["id"]?.value, case .text(let name)? = fields["nom"]?.value,
      !id.isEmpty,
      !name.isEmpty
    else {
      findings.append(PerimeterFindings.incomplete(file, item.line))
      return nil
    }
    guard identifiers.insert(id).inserted else {
      findings.append(PerimeterFindings.duplicate(file, item.line, id))
      return nil
    }
    return (id, name, fields)
  }

  private mutating func codes<Code>(
    _ entry: SimpleYAML.Entry?, _ what: String, _ read: (String) -> Code?
  ) -> [Code] {
    guard let entry else { return [] }
    let items: [SimpleYAML.Entry] = if case .list(let items) = entry.value { items } else { [entry] }
    var result: [Code] = []
    for item in items {
      guard case .text(let text) = item.value, !text.isEmpty else { continue }
      if let code = read(text) {
        result.append(code)
      } else {
        findings.append(PerimeterFindings.badCode(file, item.line, text, what))
      }
    }
    return result
  }
}
