/// Invented employers by filière, and agencies.
struct Employers {
  private(set) var byFiliere: [String: [Bytes]] = [:]
  private(set) var agencies: [Bytes] = []

  init(file: BankFile) throws {
    var stems: [String] = []
    for line in file.lines {
      guard let space = line.text.firstIndex(of: " ") else {
        throw file.error(line.number, "attendu : un nom de filière puis des motifs séparés par « ; »")
      }
      let key = String(line.text[..<space])
      let rest = line.text[line.text.index(after: space)...]
      let patterns = rest.split(separator: ";").map { $0.split(separator: " ").joined(separator: " ") }
      switch key {
      case "stems": stems = rest.split(separator: " ").map(String.init)
      case "agencies": agencies = patterns.map { Bytes($0.utf8) }
      default:
        // Each stem keeps one pattern a filière, so that a name stands for one employer.
        byFiliere[key] = stems.enumerated().map { index, stem in
          Bytes(patterns[(index + key.utf8.count) % patterns.count].replacing("{stem}", with: stem).utf8)
        }
      }
    }
  }

  var count: Int { byFiliere.values.reduce(agencies.count) { $0 + $1.count } }
}
