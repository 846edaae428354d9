import Foundation

/// Makes one program at a time the writer of a store, for as long as it works rather than for one transaction.
///
/// SQLite's own lock is released between two batches of an import, and a second import would then interleave with it.
/// The lock is an advisory `flock` on a file beside the store: the system releases it when the process dies, so that a
/// kill leaves nothing to clean up. Locking the store's own file is not an option: closing another descriptor of it
/// would drop SQLite's locks.
final class WriterLock: Sendable {
  private let path: String
  private let descriptor: Int32

  /// - Throws: `StoreError` of code `busy` when another writer holds it.
  init(store: String) throws {
    path = store + "-lock"
    // The previous holder removes the file: a lock got on a removed file is worth nothing and is asked for again.
    while true {
      let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
      guard descriptor >= 0 else { throw Self.cannotCreate(store) }
      guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
        close(descriptor)
        throw StoreError.busy(store)
      }
      var held = stat()
      var named = stat()
      if fstat(descriptor, &held) == 0, stat(path, &named) == 0, held.st_ino == named.st_ino {
        self.descriptor = descriptor
        return
      }
      close(descriptor)
    }
  }

  deinit {
    unlink(path)
    close(descriptor)
  }

  private static func cannotCreate(_ store: String) -> StoreError {
    switch errno {
    case EROFS, EACCES, EPERM:
      StoreError(
        .readOnly, path: store, message: "Le dossier du magasin est en lecture seule.",
        advice: "Vérifiez ses droits, ou travaillez sur une copie dans un dossier où vous pouvez écrire.")
    case ENOSPC, EDQUOT:
      StoreError(
        .full, path: store, message: "Le disque est plein.",
        advice: "Libérez de la place, puis relancez la même commande.")
    default:
      StoreError(
        .cannotOpen, path: store, message: "Le magasin ne peut être ni ouvert ni créé.",
        advice: "Vérifiez que le dossier existe et que vous pouvez y écrire.")
    }
  }
}
