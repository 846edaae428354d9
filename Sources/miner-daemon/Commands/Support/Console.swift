import Foundation

/// The two streams a command speaks on.
enum Console {
  /// Results.
  static func output(_ text: String) { output(bytes: Array(text.utf8)) }

  /// Results that are bytes already. Where they cannot be written (a full disk), the command ends: half a result must not
  /// pass for a whole one.
  static func output(bytes: [UInt8]) {
    do {
      try FileHandle.standardOutput.write(contentsOf: Data(bytes))
    } catch {
      message(
        "Le résultat n’a pas pu être écrit en entier\u{A0}: le disque est plein, ou la sortie fermée. Libérez de la place ou choisissez un autre fichier, puis relancez."
      )
      exit(EX_IOERR)
    }
  }

  /// Speaks on the error stream. Whoever read it may be gone: a service does not end for that, and nobody is left to be
  /// told.
  private static func speak(_ text: String) {
    do { try FileHandle.standardError.write(contentsOf: Data(text.utf8)) } catch { return }
  }

  /// A line for the person at the keyboard.
  static func message(_ line: String) {
    clearProgress()
    speak(line + "\n")
  }

  /// A finished line of a log.
  static func line(_ line: String) { speak(line) }

  /// Whether somebody watches the error stream.
  static let hasTerminal = isatty(2) == 1

  /// Shows a line in place of the one before; nothing when nobody watches.
  static func progress(_ line: String) {
    guard hasTerminal else { return }
    speak("\r\u{1B}[2K\(line)")
  }

  /// Takes the progress line away.
  static func clearProgress() {
    guard hasTerminal else { return }
    speak("\r\u{1B}[2K")
  }

  /// Whether there is a file or folder at a path.
  static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }
}
