import Foundation

/// Inputs as people have them: a plain file, gzip, zstd, zip, a folder of such, or `-` for standard input.
public enum InputArchive {
  /// Longest archive within an archive, in bytes; it is held in memory.
  private static let nestedLimit = 1 << 30
  /// Archives that hold themselves would never end.
  private static let depthLimit = 4

  /// Calls `body` for each file of the input, streaming; members of a folder come sorted by name.
  ///
  /// A member that proves damaged does not keep the others from being delivered.
  ///
  /// - Throws: `ReadingError` that names file and member, after every good member was delivered; or what `body` throws.
  public static func forEachMember(
    of path: String, _ body: (InputMember) throws -> Void
  ) throws {
    var first: ReadingError?
    if path == "-" {
      try walk(ArchiveHandle(.standardInput, file: "-"), name: "-", &first, body)
    } else {
      let url = URL(filePath: path)
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
        throw InputFindings.missing(path)
      }
      if isFolder.boolValue {
        try walkFolder(path, name: url.lastPathComponent, &first, body)
      } else {
        guard FileManager.default.isReadableFile(atPath: path) else { throw InputFindings.missing(path) }
        try walk(
          ArchiveHandle(.file(path), file: url.lastPathComponent), name: url.lastPathComponent, &first, body)
      }
    }
    if let first { throw first }
  }

  private static func walkFolder(
    _ path: String, name: String, _ first: inout ReadingError?, _ body: (InputMember) throws -> Void
  ) throws {
    let files = try FileManager.default.subpathsOfDirectory(atPath: path).sorted().filter { sub in
      var isFolder: ObjCBool = false
      return !sub.split(separator: "/").contains { $0.hasPrefix(".") }
        && FileManager.default.fileExists(atPath: path + "/" + sub, isDirectory: &isFolder)
        && !isFolder.boolValue
    }
    if files.isEmpty { throw InputFindings.emptyFolder(path) }
    for file in files {
      let shown = name + "/" + file
      try guarding(&first) { first in
        try walk(ArchiveHandle(.file(path + "/" + file), file: shown), name: shown, &first, body)
      }
    }
  }

  private static func walk(
    _ archive: ArchiveHandle, name: String, depth: Int = 1, _ first: inout ReadingError?,
    _ body: (InputMember) throws -> Void
  ) throws {
    var count = 0
    while true {
      var next: String?
      try guarding(&first) { _ in next = try archive.nextMember() }
      guard let path = next else { break }
      count += 1
      let shown = archive.isBareFile ? name : name + "!" + path
      let member = InputMember(name: shown) { try archive.read(into: $0, member: shown) }
      do {
        if !archive.isBareFile, isArchive(path) {
          try guarding(&first) { first in
            guard depth < depthLimit else { throw InputFindings.tooDeep(shown, limit: depthLimit) }
            let bytes = try member.readAll(limit: nestedLimit)
            try walk(
              ArchiveHandle(.memory(bytes), file: shown), name: shown, depth: depth + 1, &first, body)
          }
        } else {
          try body(member)
        }
      } catch let error as ReadingError where member.failure != nil {
        first = first ?? error
      }
    }
    if count == 0, first == nil {
      guard archive.isBareFile else { throw InputFindings.emptyFolder(name) }
      try body(InputMember(name: name, bytes: []))
    }
  }

  /// Notes a damaged part and goes on with the next.
  private static func guarding(
    _ first: inout ReadingError?, _ body: (inout ReadingError?) throws -> Void
  ) throws {
    do {
      try body(&first)
    } catch let error as ReadingError where error.finding.code.hasPrefix("ENTREE-") {
      first = first ?? error
    }
  }

  private static func isArchive(_ path: String) -> Bool {
    [".zip", ".gz", ".zst"].contains { path.lowercased().hasSuffix($0) }
  }
}
