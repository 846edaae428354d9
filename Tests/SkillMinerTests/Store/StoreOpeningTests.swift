import Foundation
import Taxonomy
import TestSupport
import Testing

@testable import SkillMiner

@Suite struct StoreOpeningTests {
  let folder: ScratchFolder
  let path: String

  init() throws {
    folder = try ScratchFolder()
    path = folder.path("essai.sqlite")
  }

  private func code(_ body: () throws -> Void) -> StoreError.Code? {
    do {
      try body()
      return nil
    } catch {
      return (error as? StoreError)?.code
    }
  }

  private func create() throws { _ = try StoreFixtures.store(path) }

  /// Overwrites bytes of the closed file.
  private func patch(_ bytes: [UInt8], at offset: UInt64) throws {
    let file = try FileHandle(forUpdating: URL(filePath: path))
    try file.seek(toOffset: offset)
    try file.write(contentsOf: Data(bytes))
    try file.close()
  }

  @Test func aNewStoreOpensAgainForReadingAndWriting() throws {
    try create()
    #expect(try Store(path: path, access: .readOnly).releaseIdentity()?.name == "Essai")
    #expect(try Store(path: path, access: .readWrite).health().problems.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: path + "-lock"))
  }

  @Test func anAbsentStoreIsNotCreatedByReading() {
    #expect(code { _ = try Store(path: path, access: .readOnly) } == .absent)
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func aNewerStoreIsRefusedAndLeftAlone() throws {
    try create()
    try patch([0, 0, 0, 99], at: 60)
    let before = try Data(contentsOf: URL(filePath: path))
    #expect(code { _ = try Store(path: path, access: .readWrite) } == .newer)
    #expect(code { _ = try Store(path: path, access: .readOnly) } == .newer)
    #expect(try Data(contentsOf: URL(filePath: path)) == before)
  }

  @Test func anOlderStoreIsRefusedForReadingOnly() throws {
    try create()
    try patch([0, 0, 0, 1], at: 60)
    #expect(code { _ = try Store(path: path, access: .readOnly) } == .older)
  }

  @Test func foreignFilesAreRefusedAndLeftAlone() throws {
    try folder.write("Ceci est une lettre, pas une base de données.\n", to: "essai.sqlite")
    #expect(code { _ = try Store(path: path, access: .readWrite) } == .foreign)
    #expect(try String(contentsOfFile: path, encoding: .utf8).hasPrefix("Ceci est une lettre"))
    #expect(code { _ = try Store(path: folder.url.path, access: .readWrite) } == .foreign)
  }

  @Test func anotherApplicationsDatabaseIsRefused() throws {
    try create()
    try patch([1, 2, 3, 4], at: 68)
    #expect(code { _ = try Store(path: path, access: .readWrite) } == .foreign)
  }

  @Test func aDamagedStoreIsReported() throws {
    try create()
    try patch([UInt8](repeating: 0xFF, count: 3000), at: 100)
    #expect(code { _ = try Store(path: path, access: .readWrite).imports() } == .corrupt)
  }

  @Test func aSecondWriterIsRefusedWhileReadersAreNot() throws {
    try create()
    let writer = try Store(path: path, access: .readWrite)
    #expect(code { _ = try Store(path: path, access: .readWrite) } == .busy)
    #expect(code { _ = try Store(path: path, access: .readOnly).imports() } == nil)
    try writer.set("a", to: "b")
  }

  @Test func writingToAStoreOpenedForReadingIsRefused() throws {
    try create()
    let store = try Store(path: path, access: .readOnly)
    #expect(code { try store.set("a", to: "b") } == .readOnly)
  }

  @Test func aMissingFolderIsNamed() {
    #expect(code { _ = try Store(path: folder.path("nulle/part.sqlite"), access: .readWrite) } == .cannotOpen)
  }

  @Test func aFullDiskKeepsWhatWasAcknowledged() throws {
    try create()
    do {
      let store = try Store(path: path, access: .readWrite, pageLimit: 140)
      let extraction = try #require(try store.currentExtraction()?.id)
      let id = try store.beginImport(.offers, file: "f", digest: nil, today: StoreFixtures.today)
      let small = (0..<5).map { StoreFixtures.prepared(StoreFixtures.offer("\($0)", text: "court")) }
      _ = try store.ingest(small, import: id, extraction: extraction)
      // Texts are compressed: these cannot be.
      var random = SeededGenerator(seed: 1)
      let large = (0..<200).map { number in
        let text = (0..<300).map { _ in String(random.next(), radix: 36) }.joined(separator: " ")
        return StoreFixtures.prepared(StoreFixtures.offer("g\(number)", text: text))
      }
      #expect(code { _ = try store.ingest(large, import: id, extraction: extraction) } == .full)
    }
    let store = try Store(path: path, access: .readOnly)
    #expect(try store.offerCount() == 5)
    #expect(try store.imports().first?.counts.read == 5)
  }

  @Test func everyErrorSaysWhatToDo() throws {
    try create()
    try patch([0, 0, 0, 99], at: 60)
    let error = #expect(throws: StoreError.self) { try Store(path: path, access: .readWrite) }
    let text = try #require(error?.description)
    #expect(text.contains("version plus récente") && text.contains("Mettez") && text.hasSuffix("[STORE-003]"))
  }
}
