import ArgumentParser
import SkillMiner
import Taxonomy

struct DoctorPerimetersCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "perimeters",
    abstract: "Vérifie un fichier de filières et de périmètres (YAML) contre le magasin.",
    discussion: """
      Le code de retour est 1 si quelque chose est trouvé.

      Exemple\u{A0}:
        miner-daemon doctor perimeters filieres.yaml
      """)

  @OptionGroup var options: StoreOptions
  @Option(name: .long, help: ArgumentHelp("table ou json.", valueName: "format"))
  var format = DoctorCommand.Format.table
  @Argument(
    help: ArgumentHelp("Fichier YAML.", valueName: "chemin"), completion: .file(extensions: ["yaml", "yml"]))
  var path: String

  func run() async throws {
    let (definitions, findings) = try PerimeterReader.read(path: path)
    let store = try Console.exists(options.store) ? options.open(.readOnly) : nil
    let release = try store?.releaseIdentity() == nil ? nil : store?.release()
    let unknown = PerimeterValidation.findings(
      in: definitions, file: ImportReport.name(path), release: release,
      certifications: Set(try store?.certifications().map(\.code) ?? []),
      gazetteer: try store?.gazetteer() ?? Gazetteer(communes: [], territories: []),
      divisions: Set(try EmbeddedTaxonomy.naf().divisions.map(\.code)))
    if format == .table {
      let filieres = FrenchWords.count(definitions.filieres.count, "filière", "filières")
      let perimeters = FrenchWords.count(definitions.perimeters.count, "périmètre", "périmètres")
      Console.output("\(filieres), \(perimeters).\n")
    }
    try FindingReport(findings: findings + unknown).present(format)
  }
}
