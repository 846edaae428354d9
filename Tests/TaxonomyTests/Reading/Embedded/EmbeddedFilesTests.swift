import Foundation
import Taxonomy
import TestSupport
import Testing

@Suite struct EmbeddedFilesTests {
  private struct Manifest: Decodable {
    struct File: Decodable {
      let path: String
      let source: String
      let licence: String
      let version: String
      let date: String
      let sha256: String
    }
    let files: [File]
  }

  private func manifest() throws -> Manifest {
    let bytes = try #require(EmbeddedFiles.data(at: "manifest.json"))
    return try JSONDecoder().decode(Manifest.self, from: Data(bytes))
  }

  @Test func theTableIsTheFolder() throws {
    let folder = SharedData.packageRoot.appending(path: "taxonomy-data")
    guard FileManager.default.fileExists(atPath: folder.path) else { return }
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { path in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: folder.appending(path: path).path, isDirectory: &isFolder)
        && !isFolder.boolValue && !path.hasSuffix(".md")
    }
    #expect(EmbeddedFiles.paths == files.sorted(), "complete Sources/CEmbedded/embedded.c")
    for path in EmbeddedFiles.paths {
      let onDisk = try Data(contentsOf: folder.appending(path: path))
      #expect(EmbeddedFiles.data(at: path) == Array(onDisk), "\(path): build again")
    }
  }

  @Test func theManifestNamesEveryFileAndItsDigest() throws {
    let listed = try manifest().files
    #expect(listed.map(\.path).sorted() == EmbeddedFiles.paths.filter { $0 != "manifest.json" })
    for file in listed {
      let bytes = try #require(EmbeddedFiles.data(at: file.path))
      let digest = SHA256.digest(bytes)
      #expect(file.sha256 == digest, "manifest.json: \"\(file.path)\" has sha256 \"\(digest)\"")
      #expect(!file.source.isEmpty && !file.licence.isEmpty && !file.version.isEmpty)
      #expect(CalendarDate(file.date) != nil)
    }
  }

  @Test func aPathThatIsNotThereGivesNothing() {
    #expect(EmbeddedFiles.data(at: "rome/rien.csv") == nil)
    #expect(EmbeddedFiles.paths(in: "rome/", suffix: ".csv").count == 7)
  }
}
