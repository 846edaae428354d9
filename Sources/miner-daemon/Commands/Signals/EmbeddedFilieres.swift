import SkillMiner
import Taxonomy

/// The filières the program brings along.
enum EmbeddedFilieres {
  /// In the order of the table. A line that cannot be read is left out: tests look at the table.
  static func all() -> [Filiere] {
    let bytes = EmbeddedFiles.data(at: "filieres/filieres.csv") ?? []
    var order: [String] = []
    var names: [String: String] = [:]
    var codes: [String: (occupations: [ROMECode], sectors: [String], certifications: [CertificationCode])] =
      [:]
    for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).dropFirst() {
      // identifier,label,kind,code: only the label may be quoted and hold commas.
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      guard fields.count >= 4, let code = fields.last else { continue }
      let id = String(fields[0])
      if names[id] == nil { order.append(id) }
      names[id] = fields[1..<(fields.count - 2)].joined(separator: ",").filter { $0 != "\"" }
      switch fields[fields.count - 2] {
      case "occupation":
        if let code = ROMECode(code) { codes[id, default: ([], [], [])].occupations.append(code) }
      case "sector": codes[id, default: ([], [], [])].sectors.append(String(code))
      case "certification":
        if let code = CertificationCode(code) { codes[id, default: ([], [], [])].certifications.append(code) }
      default: continue
      }
    }
    return order.map { id in
      let own = codes[id] ?? ([], [], [])
      return Filiere(
        id: id, name: names[id] ?? id, occupations: own.occupations, sectors: own.sectors,
        certifications: own.certifications)
    }
  }
}
