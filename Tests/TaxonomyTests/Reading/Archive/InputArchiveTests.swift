import Foundation
import Taxonomy
import Testing

@Suite struct InputArchiveTests {
  @Test func plainAndCompressedFilesAreOneMember() throws {
    try Fixtures.withFolder { folder in
      for (name, bytes) in [("a.txt", "été".bytes), ("a.txt.gz", Fixtures.gzip("été".bytes))] {
        let file = folder.appending(path: name)
        try Data(bytes).write(to: file)
        try InputArchive.forEachMember(of: file.path) {
          #expect($0.name == name)
          #expect($0.baseName == "a.txt")
          let content = try $0.readAll(limit: 100)
          #expect(content == "été".bytes)
        }
      }
    }
  }

  @Test func anEmptyFileIsAnEmptyMember() throws {
    try Fixtures.withFolder { folder in
      let file = folder.appending(path: "vide.csv")
      try Data().write(to: file)
      let members = try Fixtures.members(of: file.path)
      #expect(members.map(\.text) == [""])
    }
  }

  @Test func zipMembersKeepTheirNamesAndNestedArchivesOpen() throws {
    try Fixtures.withFolder { folder in
      let inner = Fixtures.zip([("Compétences.csv", "b".bytes)])
      let file = folder.appending(path: "x.zip")
      try Data(
        Fixtures.zip([
          ("d/a.csv", "a".bytes), ("in.zip", inner), ("c.txt.gz", Fixtures.gzip("c".bytes)), ("e.txt", []),
          ("__MACOSX/._a.csv", "?".bytes),
        ])
      ).write(to: file)
      let members = try Fixtures.members(of: file.path)
      #expect(
        members.map(\.name) == [
          "x.zip!d/a.csv", "x.zip!in.zip!Compétences.csv", "x.zip!c.txt.gz", "x.zip!e.txt",
        ])
      #expect(members.map(\.text) == ["a", "b", "c", ""])
    }
  }

  @Test func foldersComeSortedWithoutHiddenFiles() throws {
    try Fixtures.withFolder { folder in
      for name in ["b.csv", "a.csv", ".cache"] {
        try Data(name.utf8).write(to: folder.appending(path: name))
      }
      let members = try Fixtures.members(of: folder.path)
      #expect(members.map(\.text) == ["a.csv", "b.csv"])
    }
  }

  @Test func aTruncatedZipDeliversItsGoodMembersFirst() throws {
    try Fixtures.withFolder { folder in
      let file = folder.appending(path: "cut.zip")
      let whole = Fixtures.zip([
        ("a.csv", "good".bytes), ("b.csv", [UInt8](repeating: 65, count: 5000)),
      ])
      try Data(whole.prefix(1000)).write(to: file)
      var names: [String] = []
      let error = #expect(throws: ReadingError.self) {
        try InputArchive.forEachMember(of: file.path) {
          _ = try $0.readAll(limit: 1 << 20)
          names.append($0.name)
        }
      }
      #expect(names == ["cut.zip!a.csv"])
      #expect(error?.finding.code == "ENTREE-003")
      #expect(error?.finding.file == "cut.zip!b.csv")
    }
  }

  @Test func aCorruptMemberDoesNotHideTheOthers() throws {
    try Fixtures.withFolder { folder in
      let file = folder.appending(path: "bad.zip")
      var bytes = Fixtures.zip([("a.csv", "aaaa".bytes), ("b.csv", "bbbb".bytes)])
      let hit = try #require(bytes.firstIndex(of: UInt8(ascii: "v")).map { $0 + 1 })
      bytes[hit] = UInt8(ascii: "X")
      try Data(bytes).write(to: file)
      var names: [String] = []
      let error = #expect(throws: ReadingError.self) {
        try InputArchive.forEachMember(of: file.path) {
          _ = try $0.readAll(limit: 1 << 20)
          names.append($0.baseName)
        }
      }
      #expect(names == ["b.csv"])
      #expect(error?.finding.file == "bad.zip!a.csv")
    }
  }

  @Test func aTruncatedGzipSaysSo() throws {
    try Fixtures.withFolder { folder in
      let file = folder.appending(path: "a.jsonl.gz")
      try Data(Fixtures.gzip("une ligne\nune autre".bytes).prefix(25)).write(to: file)
      let error = #expect(throws: ReadingError.self) { try Fixtures.members(of: file.path) }
      #expect(error?.finding.code == "ENTREE-003")
    }
  }

  @Test func whatIsNotThereIsNamed() throws {
    try Fixtures.withFolder { folder in
      let missing = #expect(throws: ReadingError.self) { try Fixtures.members(of: folder.path + "/non.zip") }
      #expect(missing?.finding.code == "ENTREE-001")
      let empty = #expect(throws: ReadingError.self) { try Fixtures.members(of: folder.path) }
      #expect(empty?.finding.code == "ENTREE-002")
    }
  }

  @Test func aLimitIsKept() {
    let member = InputMember(name: "x", bytes: [UInt8](repeating: 1, count: 10))
    let error = #expect(throws: ReadingError.self) { try member.readAll(limit: 9) }
    #expect(error?.finding.code == "ENTREE-005")
  }
}
