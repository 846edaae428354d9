import Foundation
import Taxonomy

/// The folder in which files arrive and wait:
/// `offers/ taxonomy/ referential/ territories/` (drop in, by renaming), `work/` (being imported), `done/` and `failed/`
/// (with a report each), `uploads/`, `exports/`, `backups/`, `lexicon/`.
struct SpoolFolder: Sendable {
  let root: String

  private static let folders =
    JobKind.allCases.filter(\.isImport).map(\.rawValue)
    + ["work", "done", "failed", "uploads", "exports", "backups", "lexicon"]

  /// Makes the folders that are missing, closed to other users.
  ///
  /// - Throws: `CommandFailure` when a folder cannot be made.
  init(root: String) throws {
    self.root = root
    for folder in Self.folders {
      do {
        try FileManager.default.createDirectory(
          atPath: "\(root)/\(folder)", withIntermediateDirectories: true,
          attributes: [.posixPermissions: 0o750])
      } catch {
        throw CommandFailure(
          "Le dossier «\u{A0}\(root)/\(folder)\u{A0}» ne peut pas être créé. Vérifiez ses droits, ou donnez-en un "
            + "autre avec «\u{A0}--spool\u{A0}».")
      }
    }
  }

  func work(_ file: String) -> String { path("work", file) }
  func done(_ file: String) -> String { path("done", file) }
  func failed(_ file: String) -> String { path("failed", file) }
  func upload(_ file: String) -> String { path("uploads", file) }
  func export(_ file: String) -> String { path("exports", file) }
  func backup(_ file: String) -> String { path("backups", file) }
  func lexicon(_ file: String) -> String { path("lexicon", file) }
  func inbox(_ kind: JobKind, _ file: String) -> String { path(kind.rawValue, file) }

  /// Files that lie whole in a folder: neither hidden, nor still being written, nor links.
  ///
  /// - Throws: `CommandFailure` when the folder cannot be read.
  func files(in folder: String) throws -> [String] {
    try all(in: folder).filter { name in
      guard !name.hasPrefix("."), !name.hasSuffix(".part"), !name.hasSuffix(".tmp") else { return false }
      return facts(folder, name).map { $0.st_mode & S_IFMT == S_IFREG } ?? false
    }
  }

  /// Every file of a folder, whole or not.
  ///
  /// - Throws: `CommandFailure` when the folder cannot be read.
  func all(in folder: String) throws -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: "\(root)/\(folder)").sorted()
    } catch {
      throw CommandFailure(
        "Le dossier «\u{A0}\(root)/\(folder)\u{A0}» ne peut pas être lu. Vérifiez ses droits.")
    }
  }

  /// Second in which a file was last written; now when that cannot be told.
  func modified(_ folder: String, _ file: String) -> Int {
    facts(folder, file)?.st_mtim.tv_sec ?? Int.max
  }

  func remove(_ folder: String, _ file: String) { unlink(path(folder, file)) }

  /// A name that can stand in a folder: no separators, no leading point, no control characters, not too long.
  static func safe(_ name: String) -> String {
    let last = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
    let kept = last.unicodeScalars.filter { scalar in
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", ".", "_", "-": true
      default: false
      }
    }
    let text = String(String.UnicodeScalarView(kept)).drop { $0 == "." || $0 == "-" }.suffix(100)
    return text.isEmpty ? "fichier" : String(text)
  }

  /// A name in the folder of work that no other file has, and that tells what the file is.
  static func workName(_ kind: JobKind, _ name: String) -> String {
    "\(kind.rawValue).\(SecretHash.random(bytes: 6))~\(safe(name))"
  }

  /// What a file of the folder of work is.
  static func kind(ofWork file: String) -> JobKind? {
    file.split(separator: ".", maxSplits: 1).first.flatMap { JobKind(rawValue: String($0)) }
  }

  /// A name of the folder of work as people know it: without what makes it unique.
  static func shown(_ name: String) -> String {
    let parts = name.split(separator: "~", maxSplits: 1)
    return parts.count == 2 ? String(parts[1]) : name
  }

  /// What the system knows of a file, links not followed; `nil` when it went meanwhile.
  private func facts(_ folder: String, _ file: String) -> stat? {
    var facts = stat()
    return lstat(path(folder, file), &facts) == 0 ? facts : nil
  }

  private func path(_ folder: String, _ file: String) -> String { "\(root)/\(folder)/\(file)" }
}
