import ArgumentParser
import SkillMiner
import Taxonomy

struct ObsolescenceCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "obsolescence",
    abstract: "Montre les certifications dont les blocs enseignent surtout des compétences en déclin.",
    discussion: """
      Pour chaque certification\u{A0}: les compétences que ses blocs couvrent, et la classe de chacune (en déclin, en \
      croissance…) parmi les offres des métiers visés.

      Exemple\u{A0}:
        miner-daemon obsolescence --window 2025 --reference 2024
      """)

  @OptionGroup var options: StoreOptions
  @OptionGroup var clock: ClockOptions
  @Option(
    name: .long, help: ArgumentHelp("Période récente\u{A0}: 2025-01..2025-12, ou 2025.", valueName: "mois"))
  var window: String
  @Option(name: .long, help: ArgumentHelp("Période de référence, de même.", valueName: "mois"))
  var reference: String

  func run() async throws {
    guard let recent = SignalWindows.months(window), let past = SignalWindows.months(reference),
      let windows = SignalWindows(recent: recent, reference: past)
    else {
      throw ValidationError(
        "Les périodes s’écrivent 2025-01..2025-12, ou 2025, et ne se chevauchent pas.")
    }
    let store = try options.open(.readOnly)
    let result = try AnalysisRun.result(of: store, parameters: AnalysisParameters(), today: try clock.date())
    var classes: [[ROMECode]: [String: SignalClass]] = [:]
    var rows: [(CertificationAssessment, ObsolescenceCount)] = []
    for assessment in result.assessments where assessment.status == .assessed {
      let occupations = assessment.links.occupations
      if classes[occupations] == nil {
        var scope = CubeScope()
        scope.occupations = Set(occupations)
        scope.months = windows.span
        let table = SignalTable(try store.cube(scope), windows: windows, families: [:])
        classes[occupations] = Dictionary(
          table.signals.map { ($0.family.id, $0.kind) }, uniquingKeysWith: { first, _ in first })
      }
      let taught = assessment.families.filter { $0.verdict.level == .covered }.map(\.family.id)
      rows.append((assessment, ObsolescenceCount(taught: taught, classes: classes[occupations] ?? [:])))
    }
    Console.output(text(rows))
  }

  private func text(_ rows: [(CertificationAssessment, ObsolescenceCount)]) -> String {
    var table = TextTable([
      ("certification", .left), ("évaluables", .right), ("en déclin", .right), ("en croissance", .right),
      ("part", .right),
    ])
    let known = rows.filter { $0.1.assessable > 0 }
      .sorted { ($1.1.fading.count, $0.0.certification.code) < ($0.1.fading.count, $1.0.certification.code) }
    for (assessment, count) in known {
      table.add([
        "\(assessment.certification.code) \(assessment.certification.title.prefix(50))",
        FrenchText.number(count.assessable), FrenchText.number(count.fading.count),
        FrenchText.number(count.rising.count),
        count.share.map { FrenchNumber.percent($0) + (count.isMostlyFading ? " !" : "") } ?? "–",
      ])
    }
    let silent = rows.count - known.count
    return table.text
      + "\n\(FrenchText.count(silent, "certification", "certifications")) sans compétence évaluable\u{A0}: données insuffisantes.\n"
      + "«\u{A0}!\u{A0}»\u{A0}: plus de la moitié de ce qui est enseigné et évaluable décline.\n"
  }
}
