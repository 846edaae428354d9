/// Reads a release of ESCO in French, CSV, 1.0 to 1.2: the official zip, the unpacked folder, or bytes at hand.
///
/// Tables are recognised by their columns. Files of other languages are passed over.
public enum ESCOReader {
  /// Whether a header is of a table of ESCO.
  static func recognises(_ header: CSVHeader) -> Bool { ESCOTable(header) != nil }

  /// Reads a zip, a folder, or `-`.
  ///
  /// - Throws: `ReadingError` when there is no release to be had.
  public static func read(path: String) throws -> (release: ESCORelease, findings: [Finding]) {
    try read(input: path) { try InputArchive.forEachMember(of: path, $0) }
  }

  /// Reads files at hand.
  ///
  /// - Parameter input: names the release (`esco-v1.2-fr.zip`) and findings that concern no file.
  /// - Throws: `ReadingError` when there is no release to be had.
  public static func read(
    files: [(name: String, bytes: [UInt8])], input: String = "esco"
  ) throws -> (release: ESCORelease, findings: [Finding]) {
    try read(input: input) { body in
      for file in files { try body(InputMember(name: file.name, bytes: file.bytes)) }
    }
  }

  private static func read(
    input: String, _ forEach: ((InputMember) throws -> Void) throws -> Void
  ) throws -> (release: ESCORelease, findings: [Finding]) {
    var draft = ESCODraft()
    var log = FindingLog()
    var digests: [String: String] = [:]
    try forEach { member in
      guard member.baseName.lowercased().hasSuffix(".csv") else { return }
      if let language = ESCOTable.language(of: member.baseName), language != "fr" {
        log.add(ESCOFindings.otherLanguage(member.name))
        return
      }
      let hashed = HashedMember(member)
      let csv = try CSVReader(hashed.member)
      guard let table = ESCOTable(csv.header) else {
        if !ESCOTable.unused.contains(where: { member.baseName.contains($0) }) {
          log.add(ESCOFindings.unknownFile(member.name))
        }
        return
      }
      try draft.read(csv, as: table, file: member.name, &log)
      digests[member.baseName] = hashed.digest()
    }
    guard draft.hasSkills else { throw ESCOFindings.nothing(input) }
    if !draft.hasDemands { log.add(ESCOFindings.withoutDemands(input)) }
    let digest = SHA256.digest(
      Array(digests.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)\n" }.joined().utf8))
    let release = draft.release(name: "ESCO" + version(in: input), digest: digest, &log)
    return (release, log.findings)
  }

  /// ` 1.2` of `…/esco-v1.2-fr.zip`; tables do not say their version.
  private static func version(in input: String) -> String {
    let name = input.split(separator: "/").last ?? ""
    var rest = name[...]
    while let mark = rest.firstIndex(of: "v") {
      let number = rest[rest.index(after: mark)...].prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
      if number.contains("."), let first = number.first, first.isNumber {
        return " " + number.split(separator: ".").joined(separator: ".")
      }
      rest = rest[rest.index(after: mark)...]
    }
    return ""
  }
}
