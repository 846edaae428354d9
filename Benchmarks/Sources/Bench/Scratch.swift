import Foundation

/// The folder that benchmarks work in; ignored by git, safe to delete.
struct Scratch {
  let root: URL

  init(_ path: String) throws {
    root = URL(filePath: path)
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
  }

  /// Writes records with a NUL behind each: every language splits that without an escape.
  func write(_ records: [String], to name: String) throws {
    var bytes: [UInt8] = []
    for record in records {
      bytes += record.utf8.lazy.filter { $0 != 0 }
      bytes.append(0)
    }
    try Data(bytes).write(to: root.appending(path: name))
  }

  /// Records of a file; an absent file is an error of the user's order of commands.
  func read(_ name: String) throws -> [String] {
    let bytes = [UInt8](try Data(contentsOf: root.appending(path: name)))
    var records: [String] = []
    var start = 0
    for (at, byte) in bytes.enumerated() where byte == 0 {
      records.append(String(decoding: bytes[start..<at], as: UTF8.self))
      start = at + 1
    }
    return records
  }

  /// Writes a JSON object with sorted keys.
  func write(json: [String: Any], to name: String) throws {
    let data = try JSONSerialization.data(withJSONObject: json, options: [.prettyPrinted, .sortedKeys])
    try data.write(to: root.appending(path: name))
  }
}
