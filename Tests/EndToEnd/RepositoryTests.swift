import Foundation
import TestSupport
import Testing

/// Invariants of ARCHITECTURE.md that the compiler does not see: who imports what, and the order of folders.
@Suite struct RepositoryTests {
  /// Library: beginnings of the paths that may import it.
  private static let imports: [(library: String, allowed: [String])] = [
    ("CICU", ["Sources/SkillMiner/Text/"]),
    ("CStemmer", ["Sources/SkillMiner/Text/"]),
    ("GRDB", ["Sources/SkillMiner/Store/"]),
    ("CArchive", ["Sources/Taxonomy/Reading/Archive/"]),
    ("CFastText", ["Sources/SkillMiner/Learning/Vectors/"]),
    ("CSodium", ["Sources/Taxonomy/Support/"]),
    ("CEmbedded", ["Sources/Taxonomy/Reading/Embedded/"]),
    ("Hummingbird", ["Sources/miner-daemon/HTTP/", "Tests/MinerDaemonTests/"]),
    ("Mustache", ["Sources/miner-daemon/Dashboard/"]),
    ("SkillMiner", ["Sources/miner-daemon/", "Tests/"]),
    ("XCTest", []),
  ]

  /// Folders of SkillMiner in the order data flows; a folder may name types of its own group and of those before it.
  private static let order = [
    ["Text"], ["Offers", "Matching", "Stance", "Linking"], ["Releases"], ["Store"], ["Validation"],
    ["Ingest"], ["Signals"], ["Coverage"], ["Modules"], ["Reports"], ["Evaluation", "Learning", "Fitting"],
  ]

  @Test func librariesAreImportedWhereTheyBelong() throws {
    for (path, lines) in try Self.sources(["Sources", "Tests", "corpora"]) {
      for (number, line) in lines.enumerated() {
        guard let library = Self.imported(line),
          let rule = Self.imports.first(where: { $0.library == library })
        else { continue }
        let isAllowed = rule.allowed.contains { path.hasPrefix($0) }
        #expect(isAllowed, "\(path):\(number + 1) imports \(library)")
      }
    }
  }

  @Test func foldersNameOnlyWhatComesBeforeThem() throws {
    let files = try Self.sources(["Sources/SkillMiner"]).filter { $0.path.split(separator: "/").count > 3 }
    var rank: [String: Int] = [:]
    for (place, group) in Self.order.enumerated() { for folder in group { rank[folder] = place } }
    var owners: [Substring: String] = [:]
    let declaration =
      /^(?:@\w+ )*(?:(?:public|package|internal|final|indirect) )*(?:struct|class|enum|actor|protocol|typealias) (?<name>\w+)/
    for (path, lines) in files {
      for line in lines {
        if let match = line.firstMatch(of: declaration) {
          owners[Substring(match.name)] = Self.folder(path)
        }
      }
    }
    #expect(owners.count > 100)
    for (path, lines) in files {
      let folder = Self.folder(path)
      guard let own = rank[folder] else {
        Issue.record("\(path): folder \(folder) has no place in the order")
        continue
      }
      for (number, line) in lines.enumerated() {
        for word in line.matches(of: /\b[A-Z]\w+\b/) {
          guard let other = owners[word.output], let place = rank[other] else { continue }
          #expect(place <= own, "\(path):\(number + 1): \(folder) names \(word.output) of \(other)")
        }
      }
    }
  }

  // MARK: Reading

  private static func folder(_ path: String) -> String { String(path.split(separator: "/")[2]) }

  private static func imported(_ line: String) -> String? {
    let pattern =
      /^\s*(?:@\w+\s+)*(?:(?:public|internal|private|package)\s+)?import\s+(?:(?:struct|class|enum|protocol|func)\s+)?(?<name>\w+)/
    return line.firstMatch(of: pattern).map { String($0.name) }
  }

  /// Swift files below the folders, with comments and the contents of literals blanked.
  private static func sources(_ folders: [String]) throws -> [(path: String, lines: [String])] {
    var files: [(path: String, lines: [String])] = []
    for folder in folders {
      let root = SharedData.packageRoot.appending(path: folder)
      let names = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
      for name in names.sorted() where name.hasSuffix(".swift") {
        let text = try String(contentsOf: root.appending(path: name), encoding: .utf8)
        files.append(("\(folder)/\(name)", code(text)))
      }
    }
    return files
  }

  private static func code(_ text: String) -> [String] {
    var isInside = false
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let marks = line.matches(of: /"""/).count
      defer { if marks % 2 == 1 { isInside.toggle() } }
      guard !isInside, marks == 0 else { return "" }
      let bare = line.replacing(/"(?:\\.|[^"\\])*"/, with: "\"\"")
      return bare.firstRange(of: "//").map { String(bare[..<$0.lowerBound]) } ?? String(bare)
    }
  }
}
