import Glibc
import SkillMiner

/// A file that is written piece by piece and takes its name when it is whole and safe on the disk.
final class UploadFile: Sendable {
  private let path: String
  private let descriptor: Int32
  private let limit: Int

  /// Opens a file for appending; it is made when it is absent.
  ///
  /// - Throws: `Problem`.
  init(path: String, limit: Int, append: Bool = false) throws {
    self.path = path
    self.limit = limit
    descriptor = open(
      path, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW | (append ? O_APPEND : O_TRUNC), 0o640)
    guard descriptor >= 0 else { throw Self.failure() }
  }

  deinit { close(descriptor) }

  /// Bytes written so far.
  var size: Int { Int(lseek(descriptor, 0, SEEK_END)) }

  /// - Throws: `Problem` when the file grows too large or the disk is full.
  func append(_ bytes: [UInt8]) throws {
    guard size + bytes.count <= limit else { throw Self.tooLarge(limit) }
    try bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while let base = UnsafeRawBufferPointer(rebasing: rest).baseAddress, !rest.isEmpty {
        let written = write(descriptor, base, rest.count)
        if written < 0, errno == EINTR { continue }
        guard written > 0 else { throw Self.failure() }
        rest = rest.dropFirst(written)
      }
    }
  }

  static func tooLarge(_ limit: Int) -> Problem {
    Problem(.tooLarge, "Le fichier dépasse \(FrenchNumber.integer(limit >> 20))\u{A0}Mio.")
  }

  /// Makes what was written last.
  func sync() throws {
    guard fsync(descriptor) == 0 else { throw Self.failure() }
  }

  /// Gives the finished file its name, so that a power cut leaves it whole or absent.
  func finish(as target: String) throws {
    try sync()
    guard rename(path, target) == 0 else { throw Self.failure() }
    let folder = open(
      target.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/"),
      O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if folder >= 0 {
      fsync(folder)
      close(folder)
    }
  }

  /// Takes an unfinished file away.
  func discard() { unlink(path) }

  private static func failure() -> Problem {
    switch errno {
    case ENOSPC, EDQUOT: Problem(.full, "Le disque du serveur est plein. Rien n’a été gardé de cet envoi.")
    default: Problem(.storage, "Le serveur n’a pas pu écrire le fichier. Prévenez l’administrateur.")
    }
  }
}
