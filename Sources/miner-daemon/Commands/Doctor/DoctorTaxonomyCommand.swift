import ArgumentParser
import SkillMiner
import Taxonomy

struct DoctorTaxonomyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "taxonomy",
    abstract: "Examine une version du ROME\u{A0}: liens, intitulés, hiérarchie.",
    discussion: """
      Sans chemin, examine la version du magasin. Le code de retour est 1 si quelque chose est trouvé.

      Exemples\u{A0}:
        miner-daemon doctor taxonomy
        miner-daemon doctor taxonomy rome-v460-csv.zip
      """)

  @OptionGroup var options: StoreOptions
  @Option(name: .long, help: ArgumentHelp("table ou json.", valueName: "format"))
  var format = DoctorCommand.Format.table
  @Argument(help: ArgumentHelp("Archive ou dossier.", valueName: "chemin"), completion: .file())
  var path: String?

  func run() async throws {
    if let path, path != "-", try TaxonomySource.detect(path: path) == .esco {
      try FindingReport(findings: try ESCOReader.read(path: path).findings).present(format)
      return
    }
    let reading = try path.map { try ROMEReader.read(path: $0) }
    let store = reading == nil ? try options.open(.readOnly) : nil
    let release = try reading?.release ?? options.open(.readOnly).release()
    let overlays = try store.map { try Overlays.of($0) } ?? Overlays.embedded()
    let findings =
      (reading?.findings ?? []) + ReleaseValidation.findings(in: release)
      + (try ClaimedFormRule.findings(in: Lexicon(release: release, overlays: overlays)))
      + (try store.flatMap { try Workshop.staleVectors(in: $0) }.map { [$0] } ?? [])
    try FindingReport(findings: findings).present(format)
  }
}
