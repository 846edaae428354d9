import Taxonomy

/// Reads the overlay tables: families, written forms, synonyms, stop phrases, guards of items, weights.
///
/// A bad record is a failure here: these tables are part of the product or written by its owner, and a form that
/// silently vanished would change every figure.
enum OverlayReader {
  /// Reads the tables of a folder of embedded files; a table that is absent is empty.
  static func embedded() throws -> Overlays {
    var overlays = Overlays()
    for (name, bytes) in EmbeddedFiles.files(in: "overlays/", suffix: ".csv") {
      let member = InputMember(name: name, bytes: bytes)
      switch member.baseName {
      case "families.csv": overlays.families = try families(member)
      case "synonyms.csv": overlays.synonyms = try synonyms(member)
      case "stop-phrases.csv": overlays.stopPhrases = try stopPhrases(member)
      case "item-guards.csv": overlays.itemGuards = try itemGuards(member)
      case let base where base.hasPrefix("forms"): overlays.forms += try forms(member)
      default: break
      }
    }
    if let table = EmbeddedFiles.data(at: "model/linker.csv") {
      overlays.model = try LinkerModel(csv: String(decoding: table, as: UTF8.self))
    }
    if let table = EmbeddedFiles.data(at: "model/linker-trained.csv") {
      overlays.trainedModel = try LinkerModel(csv: String(decoding: table, as: UTF8.self))
    }
    return overlays
  }

  static func families(_ member: InputMember) throws -> [CompetencyFamily] {
    try records(member, ["family", "label", "kind", "codes"]).map { line, fields in
      guard let kind = CompetencyFamily.Kind(rawValue: fields[2]) else {
        throw refusal(member, line, "le genre «\u{A0}\(fields[2])\u{A0}» est inconnu.")
      }
      return CompetencyFamily(
        id: fields[0], label: fields[1], kind: kind, codes: try codes(fields[3], member, line))
    }
  }

  static func forms(_ member: InputMember) throws -> [SurfaceForm] {
    try records(member, ["form", "code", "kind", "guard"]).map { line, fields in
      guard let kind = Mention.Kind(rawValue: fields[2]) else {
        throw refusal(member, line, "le genre «\u{A0}\(fields[2])\u{A0}» est inconnu.")
      }
      guard let guards = SurfaceForm.Guards(fields[3]) else {
        throw refusal(member, line, "la garde «\u{A0}\(fields[3])\u{A0}» est inconnue.")
      }
      let code = try codes(fields[1], member, line).first
      return SurfaceForm(text: fields[0], code: code, kind: kind, origin: .overlay, guards: guards)
    }
  }

  static func synonyms(_ member: InputMember) throws -> [Synonym] {
    try records(member, ["word", "means"]).map {
      Synonym(word: $0.fields[0].lowercased(), means: $0.fields[1].lowercased())
    }
  }

  static func stopPhrases(_ member: InputMember) throws -> [String] {
    try records(member, ["phrase"]).map { $0.fields[0] }
  }

  static func itemGuards(_ member: InputMember) throws -> [ItemGuard] {
    try records(member, ["code", "guard"]).map { line, fields in
      guard let code = try codes(fields[0], member, line).first, let record = ItemGuard(code: code, fields[1])
      else { throw refusal(member, line, "la garde «\u{A0}\(fields[1])\u{A0}» est inconnue.") }
      return record
    }
  }

  private static func records(_ member: InputMember, _ names: [String]) throws -> [ReviewedTable.Record] {
    let table = try ReviewedTable(member, columns: names, code: "FORME-001")
    if let finding = table.findings.first { throw ReadingError(finding) }
    return table.records
  }

  private static func codes(_ text: String, _ member: InputMember, _ line: Int) throws -> [OGRCode] {
    try text.split(separator: " ").map { word in
      guard let code = OGRCode(word) else {
        throw refusal(member, line, "«\u{A0}\(word)\u{A0}» n’est pas un code OGR.")
      }
      return code
    }
  }

  private static func refusal(_ member: InputMember, _ line: Int, _ message: String) -> ReadingError {
    ReadingError(
      Finding(
        severity: .failure, code: "FORME-001", file: member.name, line: line, message: message,
        advice: "Corriger la ligne\u{A0}; le format est décrit dans docs/formats-lexique.md."))
  }
}
