import Foundation

/// The two streams a command speaks on.
enum Console {
  /// Results.
  static func output(_ text: String) { FileHandle.standardOutput.write(Data(text.utf8)) }

  /// Results that are bytes already.
  static func output(bytes: [UInt8]) { FileHandle.standardOutput.write(Data(bytes)) }

  /// A line for the person at the keyboard.
  static func message(_ line: String) {
    clearProgress()
    FileHandle.standardError.write(Data((line + "\n").utf8))
  }

  /// A finished line of a log.
  static func line(_ line: String) { FileHandle.standardError.write(Data(line.utf8)) }

  /// Whether somebody watches the error stream.
  static let hasTerminal = isatty(2) == 1

  /// Shows a line in place of the one before; nothing when nobody watches.
  static func progress(_ line: String) {
    guard hasTerminal else { return }
    FileHandle.standardError.write(Data("\r\u{1B}[2K\(line)".utf8))
  }

  /// Takes the progress line away.
  static func clearProgress() {
    guard hasTerminal else { return }
    FileHandle.standardError.write(Data("\r\u{1B}[2K".utf8))
  }

  /// Whether there is a file or folder at a path.
  static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }
}
