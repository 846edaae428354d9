import Foundation
import Taxonomy
import TestSupport
import Testing

/// What holds for every reader: hostile and broken inputs are refused or set aside, with the place and the reason.
@Suite struct EveryReaderTests {
  /// One way of spoiling an input.
  enum Spoiling: String, CaseIterable, Sendable {
    case empty, binary, truncated, mixedEncodings, utf16, overlongField, manyColumns, unclosedQuote, nulBytes
    case deepNesting, entityExpansion, externalEntity, unknownLayout

    /// The spoilt text; `nil` where the language has no such thing.
    func apply(_ text: String, _ language: EveryReader.Language) -> [UInt8]? {
      let bytes = Array(text.utf8)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      switch self {
      case .empty: return []
      case .binary:
        var random = SeededGenerator(seed: 11)
        return (0..<5000).map { _ in UInt8.random(in: 0...255, using: &random) }
      case .truncated: return Array(bytes.prefix(bytes.count * 2 / 3))
      case .mixedEncodings: return bytes + [0xE9, 0xE8, 0x22, 0x3C, 0x0A] + bytes
      case .utf16: return [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      case .overlongField:
        let long = String(repeating: "x", count: language == .xml ? 17 << 20 : 3 << 20)
        guard let at = text.lastIndex(where: { "\",;>:=".contains($0) }) else { return nil }
        return Array((text[...at] + long + text[text.index(after: at)...]).utf8)
      case .manyColumns:
        guard language == .csv else { return nil }
        return Array(
          (lines[0] + String(repeating: ",x;y", count: 500_000) + "\n" + (lines.dropFirst().first ?? "")).utf8
        )
      case .unclosedQuote: return bytes + Array("\"ouvert,".utf8)
      case .nulBytes: return bytes.flatMap { $0 == 0x65 ? [0, $0] : [$0] }
      case .deepNesting:
        switch language {
        case .xml: return Array((lines.prefix(2).joined() + String(repeating: "<a>", count: 200_000)).utf8)
        case .json: return Array(("[{\"a\":" + String(repeating: "[", count: 200_000)).utf8)
        case .yaml: return Array(("perimetres: " + String(repeating: "[", count: 200_000)).utf8)
        case .csv, .sas: return nil
        }
      case .entityExpansion:
        guard language == .xml else { return nil }
        let declaration =
          "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">]>\n"
        return Array(([lines[0], declaration] + lines.dropFirst()).joined(separator: "\n").utf8)
      case .externalEntity:
        guard language == .xml else { return nil }
        let declaration = "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>\n"
        let text = ([lines[0], declaration] + lines.dropFirst()).joined(separator: "\n")
        return Array(text.replacing("Essai", with: "&a;").replacing("Conduite", with: "&a;").utf8)
      case .unknownLayout: return Array("une page quelconque\nsans colonnes\n".utf8)
      }
    }
  }

  /// What became of an input: told in full, or refused in full.
  private func outcome(_ reader: EveryReader, _ bytes: [UInt8]) throws -> (records: Int, findings: [Finding])
  {
    let folder = try ScratchFolder()
    let files = reader.files
    for file in files.others { try folder.write(file.text, to: file.name) }
    try Data(bytes).write(to: folder.url.appending(path: files.spoilt.name))
    do {
      return try reader.read(folder.url.path)
    } catch let error as ReadingError {
      return (0, [error.finding])
    }
  }

  @Test func noFolderOfReadersIsForgotten() throws {
    let reading = SharedData.packageRoot.appending(path: "Sources/Taxonomy/Reading")
    let folders = try FileManager.default.contentsOfDirectory(
      at: reading, includingPropertiesForKeys: [.isDirectoryKey]
    ).filter(\.hasDirectoryPath).map(\.lastPathComponent)
    // These three are what the readers are made of, and are tested by themselves; the embedded files are our own.
    let parts: Set<String> = ["Archive", "XML", "Embedded"]
    #expect(Set(folders).subtracting(parts) == Set(EveryReader.allCases.map(\.folder)))
  }

  @Test(arguments: EveryReader.allCases) func aGoodInputIsReadWithoutAWord(_ reader: EveryReader) throws {
    let (records, findings) = try outcome(reader, Array(reader.files.spoilt.text.utf8))
    #expect(records > 0)
    let serious = findings.filter { $0.severity != .warning && $0.code != "TERR-002" }
    #expect(serious.isEmpty, "\(serious)")
  }

  @Test(arguments: EveryReader.allCases, Spoiling.allCases)
  func aSpoiltInputIsRefusedOrSetAsideWithItsPlace(_ reader: EveryReader, _ spoiling: Spoiling) throws {
    guard let bytes = spoiling.apply(reader.files.spoilt.text, reader.language) else { return }
    let good = try outcome(reader, Array(reader.files.spoilt.text.utf8)).records
    let (records, findings) = try outcome(reader, bytes)
    #expect(findings.allSatisfy { !$0.file.isEmpty && !$0.message.isEmpty && !$0.advice.isEmpty })
    #expect(records <= 2 * good + 1, "nothing comes from nowhere")
    switch spoiling {
    // A longer word, a lost last quote or a doubled text may still be good input; what is lost has to be told.
    case .overlongField, .unclosedQuote, .mixedEncodings, .nulBytes, .truncated:
      #expect(records >= good || !findings.isEmpty)
    default: #expect(!findings.isEmpty)
    }
    #expect(findings.allSatisfy { !$0.message.contains("root:") })
  }

  @Test(arguments: EveryReader.allCases) func damagedArchivesAreTold(_ reader: EveryReader) throws {
    let file = reader.files.spoilt
    let zip = Fixtures.zip(
      [(file.name, Array(file.text.utf8))] + reader.files.others.map { ($0.name, Array($0.text.utf8)) })
    let folder = try ScratchFolder()
    let path = folder.path("a.zip")
    try Data(zip).write(to: URL(filePath: path))
    #expect(try reader.read(path).records > 0)
    try Data(zip.prefix(zip.count / 3)).write(to: URL(filePath: path))
    var told: [Finding] = []
    do { told = try reader.read(path).findings } catch let error as ReadingError { told = [error.finding] }
    #expect(!told.isEmpty)
    // An archive that holds archives without end is not followed.
    var nested = zip
    for level in 0..<8 { nested = Fixtures.zip([("n\(level).zip", nested)]) }
    try Data(nested).write(to: URL(filePath: path))
    let error = #expect(throws: ReadingError.self) { try reader.read(path) }
    #expect(error?.finding.code == "ENTREE-007")
  }
}
