import ArgumentParser
import SkillMiner
import Taxonomy

struct DoctorReferentialCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "referential",
    abstract: "Examine les certifications du magasin\u{A0}: textes, échéances, remplacements, métiers.",
    discussion: """
      Le code de retour est 1 si quelque chose est trouvé.

      Exemple\u{A0}:
        miner-daemon doctor referential --format json
      """)

  @OptionGroup var options: StoreOptions
  @OptionGroup var clock: ClockOptions
  @Option(name: .long, help: ArgumentHelp("table ou json.", valueName: "format"))
  var format = DoctorCommand.Format.table

  func run() async throws {
    let store = try options.open(.readOnly)
    let release = try store.releaseIdentity() == nil ? nil : store.release()
    let referential = Referential(
      name: "certifications", certifications: try store.certifications(), release: release,
      today: try clock.date())
    try FindingReport(findings: ReferentialValidation.findings(in: referential)).present(format)
  }
}
