import Foundation
import Glibc
import Taxonomy

/// Digest of an input file, so that the journal recognises a file imported twice under two names.
struct InputDigest {
  /// SHA-256 of a regular file's bytes, hexadecimal; `nil` for standard input, a folder, a pipe (what is read of it is
  /// gone), or a file that cannot be opened (reading it says why).
  static func digest(_ path: String) -> String? {
    guard isRegular(path), let file = FileHandle(forReadingAtPath: path) else { return nil }
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

  /// Files from this size on are digested while they are read, in bytes.
  static let large = 64 << 20

  /// Digest of a file that is not large.
  let known: String?
  private let path: String
  private let writer = BackgroundWriter<Void>()

  /// Digests a file now unless it is large.
  init(of path: String) {
    self.path = path
    known = Self.isLarge(path) ? nil : Self.digest(path)
  }

  /// Starts to digest a large file beside whatever else is done.
  ///
  /// - Parameter keep: called with the digest, on another thread.
  func follow(_ keep: @escaping @Sendable (String) throws -> Void) {
    guard known == nil, Self.isLarge(path) else { return }
    writer.start { [path] in if let digest = Self.digest(path) { try keep(digest) } }
  }

  /// Waits for the digest.
  func finish() throws { _ = try writer.finish() }

  private static func isRegular(_ path: String) -> Bool {
    var status = stat()
    return path != "-" && stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  private static func isLarge(_ path: String) -> Bool {
    guard isRegular(path), let file = FileHandle(forReadingAtPath: path) else { return false }
    defer { try? file.close() }
    do { return try file.seekToEnd() >= large } catch { return false }
  }
}
