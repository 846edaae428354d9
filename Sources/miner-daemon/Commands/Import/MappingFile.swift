import Foundation

/// A column mapping kept in a file: one `champ = colonne` a line, `#` for comments.
struct MappingFile {
  let columns: [String: String]

  /// - Throws: `CommandFailure` that names the line.
  init(path: String) throws {
    let text: String
    do {
      text = try String(contentsOf: URL(filePath: path), encoding: .utf8)
    } catch {
      throw CommandFailure(
        "Impossible de lire «\u{A0}\(path)\u{A0}». Vérifiez le chemin\u{A0}; le fichier est en UTF-8.")
    }
    var columns: [String: String] = [:]
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      let content = line.trimmingCharacters(in: .whitespacesAndNewlines)
      if content.isEmpty || content.hasPrefix("#") { continue }
      let sides = content.split(separator: "=", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
      guard sides.count == 2, !sides[0].isEmpty, !sides[1].isEmpty,
        columns.updateValue(sides[1], forKey: sides[0]) == nil
      else {
        throw CommandFailure(
          "\(path), ligne \(index + 1)\u{A0}: «\u{A0}\(content.prefix(60))\u{A0}» n’est pas de la forme "
            + "«\u{A0}champ = colonne\u{A0}», ou le champ figure déjà plus haut.")
      }
    }
    self.columns = columns
  }

  /// Writes a mapping in the form it is read in.
  ///
  /// - Throws: `CommandFailure` for a column whose name holds a line end: the file could not be read again.
  static func write(_ columns: [String: String], to path: String) throws {
    if let (field, column) = columns.sorted(by: { $0.key < $1.key })
      .first(where: { $0.value.contains(where: \.isNewline) })
    {
      throw CommandFailure(
        "La colonne du champ «\u{A0}\(field)\u{A0}» a un nom sur plusieurs lignes («\u{A0}\(column.prefix(40))\u{A0}»)\u{A0}: renommez-la avant "
          + "de garder la correspondance.")
    }
    let text = columns.sorted { $0.key < $1.key }.map { "\($0.key) = \($0.value)\n" }.joined()
    try OutputFile.write(text, to: path)
  }
}
