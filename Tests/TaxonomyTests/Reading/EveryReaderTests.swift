import Foundation
import Taxonomy
import TestSupport
import Testing

/// What holds for every reader: hostile and broken inputs are refused or set aside, with the place and the reason.
@Suite struct EveryReaderTests {
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

  @Test(arguments: EveryReader.allCases, SpoiltInput.allCases)
  func aSpoiltInputIsRefusedOrSetAsideWithItsPlace(_ reader: EveryReader, _ spoiling: SpoiltInput) throws {
    guard let bytes = spoiling.apply(reader.files.spoilt.text, reader.language) else { return }
    let good = try outcome(reader, Array(reader.files.spoilt.text.utf8)).records
    let (records, findings) = try outcome(reader, bytes)
    #expect(findings.allSatisfy { !$0.file.isEmpty && !$0.message.isEmpty && !$0.advice.isEmpty })
    #expect(spoiling == .repeated || records <= 2 * good + 1, "nothing comes from nowhere")
    switch spoiling {
    // A longer word, a lost last quote or a doubled text may still be good input; what is lost has to be told.
    case .overlongField, .unclosedQuote, .mixedEncodings, .windows1252, .nulBytes, .truncated, .repeated:
      #expect(records >= good || !findings.isEmpty)
    case .manyColumns:
      #expect(
        findings.contains {
          $0.code == "CSV-006" && $0.line == 1 && $0.message.contains("colonnes, plus que les 10000 admises")
        }, "\(findings)")
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
