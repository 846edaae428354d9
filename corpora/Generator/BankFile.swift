import Foundation

/// A text file of the bank: its lines without comments and blank ones, each with its number.
struct BankFile {
  let name: String
  let lines: [(number: Int, text: String)]

  init(path: String) throws {
    name = path
    let url = URL(filePath: path)
    guard FileManager.default.fileExists(atPath: path) else {
      throw BankError(
        file: path, line: 0,
        problem: "fichier absent ; lancer la commande à la racine du dépôt ou indiquer --corpora")
    }
    guard let text = String(bytes: try Data(contentsOf: url), encoding: .utf8) else {
      throw BankError(file: path, line: 0, problem: "le fichier n’est pas en UTF-8 ; le convertir")
    }
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .map { (number: $0.offset + 1, text: String($0.element)) }
      .filter { !$0.text.isEmpty && !$0.text.hasPrefix("#") }
  }

  func error(_ line: Int, _ problem: String) -> BankError {
    BankError(file: name, line: line, problem: problem)
  }

  /// The records of a comma-separated file without quotes, by column name.
  func records() throws -> [(number: Int, fields: [String: String])] {
    guard let header = lines.first else { throw error(1, "fichier vide ; attendu : une ligne d’en-tête") }
    let names = header.text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    return try lines.dropFirst().map { line in
      let values = line.text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      guard values.count == names.count else {
        throw error(line.number, "\(values.count) champs au lieu de \(names.count)")
      }
      return (line.number, Dictionary(zip(names, values)) { first, _ in first })
    }
  }
}
