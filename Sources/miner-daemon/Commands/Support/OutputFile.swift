import Foundation

/// Files that commands write.
enum OutputFile {
  /// Writes a text to a file and says so, or to standard output when no file is named.
  ///
  /// - Parameter advice: what to do with the file, after its name.
  static func put(_ text: String, to path: String?, advice: (String) -> String = { _ in "" }) throws {
    guard let path else { return Console.output(text) }
    try write(text, to: path)
    Console.message("Écrit\u{A0}: \(path)" + advice(path))
  }

  /// Writes a file whole or not at all.
  static func write(_ text: String, to path: String) throws {
    do {
      try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw CommandFailure(
        "\(path)\u{A0}: le fichier n’a pas pu être écrit (\(error.localizedDescription)). "
          + "Vérifiez que le dossier existe, qu’il accepte l’écriture et que le disque n’est pas plein.")
    }
  }
}
