import ArgumentParser
import SkillMiner
import Taxonomy

struct TaxonomyMigrateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "migrate",
    abstract:
      "Dit comment les compétences d’une version du ROME passent dans une autre, et lesquelles se perdent.",
    discussion: """
      Une compétence passe par son code, par un intitulé égal, ou par un lien relu. Ce qui ne passe pas est listé avec \
      des propositions\u{A0}; rien n’est rattaché en silence. Avec --out, tout est écrit dans un tableau SSSOM \
      (tabulations)\u{A0}: mettez «\u{A0}oui\u{A0}» ou «\u{A0}non\u{A0}» dans la colonne «\u{A0}review\u{A0}» et \
      rendez-le avec --links.

      Exemples\u{A0}:
        miner-daemon taxonomy migrate rome-v347-csv.zip rome-v460-csv.zip --out liens.tsv
        miner-daemon taxonomy migrate rome-v347-csv.zip rome-v460-csv.zip --links liens.tsv
      """)

  @OptionGroup var options: StoreOptions
  @Option(name: .long, help: ArgumentHelp("Tableau relu.", valueName: "chemin"), completion: .file())
  var links: String?
  @Option(name: .long, help: ArgumentHelp("Écrit le tableau des liens et propositions.", valueName: "chemin"))
  var out: String?
  @Argument(help: ArgumentHelp("Version de départ.", valueName: "A"))
  var old: String
  @Argument(help: ArgumentHelp("Version d’arrivée.", valueName: "B"))
  var new: String

  func run() async throws {
    guard case .rome(let a) = try ReleaseSource(name: old, options: options).release(),
      case .rome(let b) = try ReleaseSource(name: new, options: options).release()
    else { throw CommandFailure("Le passage d’une version à l’autre se fait entre versions du ROME.") }
    var reviewed: [ReviewedLink] = []
    if let links {
      let reading = try MappingTable.read(path: links)
      for finding in reading.findings { Console.message(finding.description) }
      reviewed = reading.links
    }
    let migration = ReleaseMigration(from: a, to: b, reviewed: reviewed)
    Console.output(Self.report(migration))
    if !migration.uselessLinks.isEmpty {
      let count = FrenchWords.count(
        migration.uselessLinks.count, "lien relu désigne", "liens relus désignent")
      Console.message("\(count) une compétence absente d’une des deux versions.")
    }
    if let out {
      try OutputFile.write(MappingTable.write(migration), to: out)
    }
  }

  static func report(_ migration: ReleaseMigration) -> String {
    let all = migration.steps.count + migration.losses.count
    func share(_ part: Int) -> String {
      let tenths = all == 0 ? 0 : (part * 1000 + all / 2) / all
      return "\(tenths / 10),\(tenths % 10)\u{A0}%"
    }
    var table = TextTable([("passage", .left), ("compétences", .right), ("part", .right)])
    for way in ReleaseMigration.Way.allCases {
      let count = migration.steps.filter { $0.way == way }.count
      if count > 0 || way != .reviewed { table.add([name(way), FrenchNumber.integer(count), share(count)]) }
    }
    let proposed = migration.losses.filter { !$0.proposals.isEmpty }.count
    table.add(["total passé", FrenchNumber.integer(migration.steps.count), share(migration.steps.count)])
    table.add(["à relire (avec propositions)", FrenchNumber.integer(proposed), share(proposed)])
    let lost = migration.losses.count - proposed
    table.add(["perdu (sans proposition)", FrenchNumber.integer(lost), share(lost)])
    var text = "\(migration.old) → \(migration.new)\n\n\(table.text)\n# Ce qui n’est pas passé\n"
    for loss in migration.losses {
      let best = loss.proposals.map {
        "\($0.new.code) \($0.new.label) (\(Int(($0.score * 100).rounded()))\u{A0}%)"
      }
      text += "\(loss.old.code)\t\(loss.old.label)\t\(best.joined(separator: "\u{A0}; "))\n"
    }
    return text
  }

  private static func name(_ way: ReleaseMigration.Way) -> String {
    switch way {
    case .reviewed: "lien relu"
    case .code: "même code, même intitulé"
    case .codeRevised: "même code, intitulé revu"
    case .label: "même intitulé, autre code"
    case .labelVariant: "mêmes mots, autre code"
    }
  }
}
