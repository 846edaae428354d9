import ArgumentParser
import Foundation
import SkillMiner
import Taxonomy

struct SiteCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "site",
    abstract: "Écrit les pages de l’observatoire dans un dossier, à ouvrir sans serveur.",
    discussion: """
      Mêmes pages que «\u{A0}serve\u{A0}», sans la recherche ni les pages filtrées. Chaque page a son jumeau JSON. Les \
      petits effectifs y sont retenus (secret statistique), sauf avec --full-detail. Avec --pdf, les fiches sont aussi \
      écrites en PDF, composées par WeasyPrint (paquet Debian weasyprint).

      Exemple\u{A0}:
        miner-daemon site --store region.sqlite --out site/
      """)

  @OptionGroup var options: StoreOptions
  @OptionGroup var clock: ClockOptions
  @OptionGroup var analysis: AnalysisOptions
  @Option(name: .long, help: ArgumentHelp("Dossier où écrire.", valueName: "dossier"), completion: .directory)
  var out: String
  @OptionGroup var readers: DisclosureOptions
  @Option(
    name: .long, help: ArgumentHelp("Contours des régions (GeoJSON).", valueName: "fichier"),
    completion: .file())
  var regionOutlines: String?
  @Option(
    name: .long, help: ArgumentHelp("Contours des départements (GeoJSON).", valueName: "fichier"),
    completion: .file())
  var departmentOutlines: String?

  @Flag(name: .long, help: "Écrit aussi les fiches en PDF (il faut WeasyPrint).")
  var pdf = false

  func run() async throws {
    guard !pdf || PDFPrinter.installed != nil else {
      throw CommandFailure(
        "--pdf\u{A0}: WeasyPrint n’est pas installé. Installez-le (apt install weasyprint), ou imprimez les fiches depuis un navigateur."
      )
    }
    let map = try OutlineReader.read(regions: regionOutlines, departments: departmentOutlines)
    for finding in map.findings { Console.message(finding.description) }
    let store = try options.open(.readOnly)
    let observatory = try SiteWorkshop.observatory(
      of: store, parameters: analysis.parameters, today: try clock.date(),
      disclosure: readers.disclosure, outlines: map.outlines)
    let count: Int
    do {
      count = try SiteExport(
        observatory: observatory, folder: URL(filePath: out), printer: pdf ? .installed : nil
      ).write {
        Console.progress("Pages écrites\u{A0}: \(FrenchNumber.integer($0))")
      }
    } catch let error as CocoaError {
      throw CommandFailure(
        "\(out)\u{A0}: le dossier n’a pas pu être écrit (\(error.localizedDescription)). Vérifiez qu’il accepte l’écriture."
      )
    }
    Console.clearProgress()
    Console.message("\(FrenchWords.count(count, "page écrite", "pages écrites")) dans \(out)")
  }
}

/// Puts together what pages need from a store.
enum SiteWorkshop {
  /// - Throws: what the store and the analysis throw.
  static func observatory(
    of store: Store, parameters: AnalysisParameters, today: CalendarDate, disclosure: Disclosure,
    outlines: MapOutlines = .none
  ) throws -> Observatory {
    let engine = try Workshop.engine(of: store)
    let hasWork = try !store.certifications().isEmpty && store.offerCount() > 0
    let result =
      hasWork ? try AnalysisRun.result(of: store, parameters: parameters, today: today) : nil
    return try Observatory(
      store: store, lexicon: engine.lexicon, result: result, filieres: EmbeddedFilieres.all(), today: today,
      disclosure: disclosure, outlines: outlines)
  }
}
