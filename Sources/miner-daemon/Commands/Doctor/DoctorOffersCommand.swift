import ArgumentParser
import SkillMiner
import Taxonomy

struct DoctorOffersCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "offers",
    abstract: "Examine les offres du magasin\u{A0}: mois, employeurs, secteurs, lieux, métiers.",
    discussion: """
      Dit aussi comment les lieux ont été trouvés. Le code de retour est 1 si quelque chose est trouvé.

      Exemple\u{A0}:
        miner-daemon doctor offers --store essai.sqlite
      """)

  @OptionGroup var options: StoreOptions
  @Option(name: .long, help: ArgumentHelp("table ou json.", valueName: "format"))
  var format = DoctorCommand.Format.table

  func run() async throws {
    let store = try options.open(.readOnly)
    let profile = try store.profile(naf: try store.sectors())
    if format == .table { Console.output(Self.places(profile)) }
    try FindingReport(findings: OfferValidation.findings(in: profile)).present(format)
  }

  static func places(_ profile: OfferProfile) -> String {
    let all = profile.places.reduce(0) { $0 + $1.offers }
    guard all > 0 else { return "" }
    var table = TextTable([("lieu trouvé", .left), ("offres", .right), ("part", .right)])
    for place in profile.places {
      let share = Double(place.offers) * 1000 / Double(all)
      let tenths = Int(share.rounded())
      table.add([
        name(place.resolution), FrenchNumber.integer(place.offers), "\(tenths / 10),\(tenths % 10)\u{A0}%",
      ])
    }
    return table.text + "\n"
  }

  static func name(_ resolution: Gazetteer.Resolution) -> String {
    switch resolution {
    case .communeCode: "par le code de la commune"
    case .communeName: "par le département et le nom"
    case .postcode: "par le code postal"
    case .uniqueName: "par le nom seul"
    case .nearestCommune: "par la commune la plus proche"
    case .department: "au département"
    case .region: "à la région"
    case .unknown: "nulle part"
    }
  }
}
