import SkillMiner
import Taxonomy

/// The first records of a file as they would be understood; nothing is kept.
struct OfferDryRun {
  /// Records that are shown.
  static let shown = 10

  private struct Enough: Error {}

  let reader: OfferReader

  /// A block of lines a record.
  func text(of path: String) throws -> String {
    var text = "\(ImportReport.name(path))\n"
    var count = 0
    var findings: [Finding] = []
    do {
      let summary = try reader.read(path: path) { record in
        count += 1
        text += "\n" + Self.describe(record, number: count)
        if count == Self.shown { throw Enough() }
      }
      findings = summary.findings
    } catch is Enough {
      // As many as were asked for.
    }
    return text + findings.map { "\n\($0)" }.joined() + "\n"
  }

  private static func describe(_ record: OfferRecord, number: Int) -> String {
    switch record {
    case .quarantined(let finding, _): return "\(number). mis de côté\u{A0}: \(finding)\n"
    case .offer(let offer, let place, let warnings):
      var lines = ["\(number). \(offer.title) (ligne \(place.line))"]
      func add(_ name: String, _ value: String?) {
        guard let value, !value.isEmpty else { return }
        let flat = value.split(whereSeparator: \.isNewline).joined(separator: " ⏎ ")
        lines.append("   \(name)\u{A0}: " + (flat.count > 100 ? flat.prefix(99) + "…" : flat[...]))
      }
      add("identifiant", offer.id)
      add("source", offer.source)
      add("texte", offer.description)
      add("création", offer.created?.description)
      add("mise à jour", offer.updated?.description)
      add("code ROME", offer.occupation?.value)
      add("lieu", [offer.place, offer.postcode, offer.commune].compactMap { $0 }.joined(separator: " | "))
      add("employeur", offer.employer)
      add("NAF", [offer.naf, offer.sectorLabel].compactMap { $0 }.joined(separator: " "))
      add("contrat", offer.contract)
      add("compétences", offer.declared.map(\.label).joined(separator: " | "))
      lines += warnings.map { "   remarque\u{A0}: \($0)" }
      return lines.joined(separator: "\n") + "\n"
    }
  }
}
