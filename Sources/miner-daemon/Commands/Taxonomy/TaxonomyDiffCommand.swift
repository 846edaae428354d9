import ArgumentParser
import SkillMiner
import Taxonomy

struct TaxonomyDiffCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Dit ce qui a changé entre deux versions\u{A0}: ajouts, retraits, renommages, déplacements.",
    discussion: """
      Une version est un fichier, un dossier, ou le nom d’une version du magasin.

      Exemples\u{A0}:
        miner-daemon taxonomy diff rome-v347-csv.zip rome-v460-csv.zip
        miner-daemon taxonomy diff "ROME 4.60" rome-v461-csv.zip --details
      """)

  @OptionGroup var options: StoreOptions
  @Flag(name: .long, help: "Donne chaque élément, et non seulement les nombres.")
  var details = false
  @Argument(help: ArgumentHelp("Version de départ.", valueName: "A"))
  var old: String
  @Argument(help: ArgumentHelp("Version d’arrivée.", valueName: "B"))
  var new: String

  func run() async throws {
    let (a, b) = (
      try ReleaseSource(name: old, options: options).release(),
      try ReleaseSource(name: new, options: options).release()
    )
    switch (a, b) {
    case (.rome(let a), .rome(let b)):
      Console.output(DiffReport.text(ReleaseDiff(from: a, to: b), b, details))
    case (.esco(let a), .esco(let b)): Console.output(DiffReport.text(ESCODiff(from: a, to: b), details))
    default:
      throw CommandFailure(
        "Le ROME et ESCO ne se comparent pas\u{A0}: donnez deux versions du même référentiel.")
    }
  }
}

/// A comparison for people.
enum DiffReport {
  static func text(_ diff: ReleaseDiff, _ new: TaxonomyRelease, _ details: Bool) -> String {
    var text = "\(diff.old) → \(diff.new)\n\n"
    var table = header()
    add(diff.occupations, "fiches métiers", to: &table)
    add(diff.appellations, "appellations", to: &table)
    add(diff.competencies, "compétences", to: &table)
    text += table.text
    text += "\nLiens entre métiers et compétences\u{A0}: \(FrenchNumber.integer(diff.links.added)) ajoutés, "
    text += "\(FrenchNumber.integer(diff.links.removed)) retirés\n"
    text += "Liens nouvellement «\u{A0}Émergente\u{A0}»\u{A0}: \(FrenchNumber.integer(diff.emerging.count))\n"
    guard details else { return text }
    text += list("fiches métiers", diff.occupations) + list("compétences", diff.competencies)
    text += list("appellations", diff.appellations)
    for link in diff.emerging {
      let label = new.competency(link.competency)?.label ?? ""
      text += "émergente\t\(link.occupation)\t\(link.competency)\t\(label)\n"
    }
    return text
  }

  static func text(_ diff: ESCODiff, _ details: Bool) -> String {
    var text = "\(diff.old) → \(diff.new)\n\n"
    var table = header()
    add(diff.skills, "compétences", to: &table)
    add(diff.occupations, "métiers", to: &table)
    text += table.text
    return details ? text + list("compétences", diff.skills) + list("métiers", diff.occupations) : text
  }

  private static func header() -> TextTable {
    TextTable([
      ("", .left), ("ajoutés", .right), ("retirés", .right), ("renommés", .right), ("déplacés", .right),
      ("inchangés", .right),
    ])
  }

  private static func add<ID>(_ diff: ItemDiff<ID>, _ name: String, to table: inout TextTable) {
    table.add(
      [name]
        + [diff.added.count, diff.removed.count, diff.renamed.count, diff.moved.count, diff.unchanged]
        .map(FrenchNumber.integer))
  }

  private static func list<ID>(_ name: String, _ diff: ItemDiff<ID>) -> String {
    var text = "\n# \(name)\n"
    for item in diff.added { text += "ajout\t\(item.id)\t\(item.label)\n" }
    for item in diff.removed { text += "retrait\t\(item.id)\t\(item.label)\n" }
    for change in diff.renamed { text += "renommage\t\(change.id)\t\(change.old) → \(change.new)\n" }
    for change in diff.moved { text += "déplacement\t\(change.id)\t\(change.old) → \(change.new)\n" }
    return text
  }
}
