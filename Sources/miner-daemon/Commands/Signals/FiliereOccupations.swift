import SkillMiner
import Taxonomy

/// The occupations of a filière, from the embedded list.
enum FiliereOccupations {
  /// All of them, by identifier.
  static func all() -> [(id: String, label: String, occupations: [ROMECode])] {
    let (labels, occupations) = table()
    return labels.keys.sorted().map { ($0, labels[$0] ?? $0, occupations[$0] ?? []) }
  }

  /// - Throws: `ReadingError` `SIGNAL-002` when no filière is called so.
  static func find(_ name: String) throws -> (id: String, label: String, occupations: [ROMECode]) {
    let (labels, occupations) = table()
    let wanted = name.lowercased()
    guard
      let id = labels.keys.sorted().first(where: { $0 == wanted || labels[$0]?.lowercased() == wanted })
    else {
      throw SignalScopeOptions.unknown(
        name, "n’est pas une filière connue.",
        "Filières\u{A0}: \(labels.keys.sorted().joined(separator: ", ")).")
    }
    return (id, labels[id] ?? id, occupations[id] ?? [])
  }

  private static func table() -> (labels: [String: String], occupations: [String: [ROMECode]]) {
    let bytes = EmbeddedFiles.data(at: "filieres/filieres.csv") ?? []
    var labels: [String: String] = [:]
    var occupations: [String: [ROMECode]] = [:]
    for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).dropFirst() {
      // identifier,label,kind,code: only the label may be quoted and hold commas.
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      guard fields.count >= 4, let code = fields.last else { continue }
      let id = String(fields[0])
      labels[id] = fields[1..<(fields.count - 2)].joined(separator: ",").filter { $0 != "\"" }
      if fields[fields.count - 2] == "occupation", let code = ROMECode(code) {
        occupations[id, default: []].append(code)
      }
    }
    return (labels, occupations)
  }
}
