import Foundation
import Taxonomy

/// Digest of an input file, so that the journal recognises a file imported twice under two names.
enum InputDigest {
  /// SHA-256 of a regular file's bytes, hexadecimal; `nil` for standard input, a folder, or a file that cannot be
  /// opened (reading it says why).
  static func digest(_ path: String) -> String? {
    var isDirectory: ObjCBool = false
    guard path != "-", FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory),
      !isDirectory.boolValue, let file = FileHandle(forReadingAtPath: path)
    else { return nil }
    defer { try? file.close() }
    var hash = SHA256()
    do {
      while let chunk = try file.read(upToCount: 1 << 20), !chunk.isEmpty {
        chunk.withUnsafeBytes { hash.update($0) }
      }
    } catch {
      return nil
    }
    return hash.finish()
  }
}
