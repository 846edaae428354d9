import Foundation
import SkillMiner
import Taxonomy

/// Uploads that come in pieces: a file each, whose size is the offset at which the next piece begins.
struct Uploads: Sendable {
  /// One upload that is not finished.
  struct Upload: Sendable {
    let id: String
    /// Name people know the file by.
    let name: String
    let path: String
  }

  /// Unfinished uploads at once.
  static let most = 1000

  let app: ServiceApp
  let spool: SpoolFolder

  /// Begins an upload.
  func begin(name: String) throws -> Upload {
    guard try spool.all(in: "uploads").count < Self.most else {
      throw Problem(.busy, "Trop d’envois sont commencés et non finis.", retryAfter: 60)
    }
    let id = SHA256.digest(Array(SecretHash.random(bytes: 16).utf8)).prefix(24)
    let file = "\(id)~\(SpoolFolder.safe(name)).part"
    let upload = Upload(id: String(id), name: SpoolFolder.safe(name), path: spool.upload(file))
    try UploadFile(path: upload.path, limit: 0).sync()
    return upload
  }

  /// - Throws: `Problem` when there is no such upload.
  func find(_ id: String) throws -> Upload {
    let isName =
      id.utf8.count == 24 && id.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    guard isName, let file = try spool.all(in: "uploads").first(where: { $0.hasPrefix(id + "~") }) else {
      throw Problem.unknown("Cet envoi")
    }
    return Upload(
      id: id, name: String(SpoolFolder.shown(file).dropLast(".part".count)), path: spool.upload(file))
  }
}
