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

      Avec --counts ou --demand, les effectifs sont reportés par les mêmes passages\u{A0}: --counts prend un tableau écrit par \
      «\u{A0}signals\u{A0}», «\u{A0}analyse\u{A0}» ou «\u{A0}modules\u{A0}» (--format csv), --demand compte les offres et les \
      employeurs du magasin. Ce qui ne se reporte pas est listé avec sa part. Un tableau fait avec une autre version que A \
      est refusé.

      Exemples\u{A0}:
        miner-daemon taxonomy migrate rome-v347-csv.zip rome-v460-csv.zip --out liens.tsv
        miner-daemon taxonomy migrate rome-v347-csv.zip rome-v460-csv.zip --links liens.tsv
        miner-daemon taxonomy migrate "ROME 4.60" rome-v461-csv.zip --demand --format csv --output effectifs-461.csv
        miner-daemon taxonomy migrate "ROME 4.60" rome-v461-csv.zip --counts signaux-2025.csv --links liens.tsv
      """)

  @OptionGroup var options: StoreOptions
  @Option(name: .long, help: ArgumentHelp("Tableau relu.", valueName: "chemin"), completion: .file())
  var links: String?
  @Option(name: .long, help: ArgumentHelp("Écrit le tableau des liens et propositions.", valueName: "chemin"))
  var out: String?
  @Option(
    name: .long, help: ArgumentHelp("Reporte les effectifs d’un tableau CSV.", valueName: "chemin"),
    completion: .file())
  var counts: String?
  @Flag(name: .long, help: "Reporte les effectifs du magasin (offres, employeurs), lu avec la version A.")
  var demand = false
  @OptionGroup var output: SignalOutputOptions
  @Option(name: .long, help: ArgumentHelp("Lignes d’effectifs montrées par le tableau.", valueName: "nombre"))
  var limit = 40
  @Argument(help: ArgumentHelp("Version de départ.", valueName: "A"))
  var old: String
  @Argument(help: ArgumentHelp("Version d’arrivée.", valueName: "B"))
  var new: String

  func validate() throws {
    if counts != nil, demand {
      throw ValidationError("«\u{A0}--counts\u{A0}» et «\u{A0}--demand\u{A0}» ne vont pas ensemble.")
    }
    if counts == nil, !demand, output.format != .table || output.file.output != nil {
      throw ValidationError(
        "«\u{A0}--format\u{A0}» et «\u{A0}--output\u{A0}» ne valent qu’avec «\u{A0}--counts\u{A0}» ou "
          + "«\u{A0}--demand\u{A0}»\u{A0}; le tableau des liens s’écrit avec «\u{A0}--out\u{A0}».")
    }
    if limit < 1 { throw ValidationError("«\u{A0}--limit\u{A0}» attend un nombre d’au moins 1.") }
  }

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
    if let table = try table(of: a) {
      let carried = CarriedCounts(table, by: migration)
      try output.write(
        table: CarriedReport.text(carried, limit: limit), csv: CarriedReport.csv(carried),
        json: CarriedReport.json(carried))
    } else {
      Console.output(Self.report(migration))
    }
    if !migration.uselessLinks.isEmpty {
      let count = FrenchWords.count(
        migration.uselessLinks.count, "lien relu désigne", "liens relus désignent")
      Console.message("\(count) une compétence absente d’une des deux versions.")
    }
    if let out {
      try OutputFile.write(MappingTable.write(migration), to: out)
    }
  }

  /// What is to be carried; `nil` when only the passage itself is asked for.
  private func table(of release: TaxonomyRelease) throws -> CountedTable? {
    if demand {
      let store = try options.open(.readOnly)
      guard try store.releaseIdentity()?.digest == release.digest else {
        let own = try store.releaseIdentity()?.name ?? "aucune"
        throw CommandFailure(
          "Les offres du magasin ne sont pas lues avec cette version de départ (\(release.name)), mais avec la "
            + "sienne\u{A0}: \(own). Donnez celle-ci, par son nom.")
      }
      return CountedTable(
        try store.cube(CubeScope()), lexicon: try Workshop.engine(of: store).lexicon,
        disclosure: output.disclosure)
    }
    guard let counts else { return nil }
    let (table, findings) = try CountedTable.read(path: counts)
    for finding in findings { Console.message(finding.description) }
    switch table.origin(release) {
    case .same: break
    case .unknown:
      Console.message(
        "Ce tableau ne dit pas avec quelle version du ROME il a été fait\u{A0}: assurez-vous que c’est "
          + "\(release.name).")
    case .otherContents:
      Console.message(
        "Ce tableau a été fait avec un autre contenu de \(release.name) (\(table.versions.joined(separator: " | ")))."
      )
    case .other:
      throw CommandFailure(
        "Ce tableau n’a pas été fait avec la version de départ, \(release.name), mais avec\u{A0}: "
          + "\(table.versions.joined(separator: " | ")). Donnez la version du tableau.")
    }
    return table
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
      if count > 0 || way != .reviewed {
        table.add([FrenchWords.way(way), FrenchNumber.integer(count), share(count)])
      }
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
}
