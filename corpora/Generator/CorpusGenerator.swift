import ArgumentParser
import Foundation

/// Writes a demonstration corpus and its planted truth.
@main
struct CorpusGenerator: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "corpus-generator",
    abstract: "Écrit un corpus d’offres de démonstration et la vérité qui y est plantée.",
    discussion: """
      Même graine, mêmes octets. L’archive va d’octobre 2023 à septembre 2026 pour 36 mois.

      Exemples :
        corpus-generator --offers 6000 --seed 1 --output offres.jsonl --truth verite.json
        corpus-generator --offers 10000000 --full-length --output - --truth verite.json | zstd > offres.jsonl.zst
      """)

  @Option(help: ArgumentHelp("Nombre d’enregistrements.", valueName: "n"))
  var offers = 6000

  @Option(help: ArgumentHelp("Graine du tirage.", valueName: "n"))
  var seed: UInt64 = 1

  @Option(help: ArgumentHelp("Nombre de mois, le dernier étant septembre 2026.", valueName: "n"))
  var months = 36

  @Flag(help: "Offres aussi longues que les vraies (2,3 ko en moyenne), pour mesurer.")
  var fullLength = false

  @Option(help: ArgumentHelp("Fichier des offres (JSON, une par ligne) ; « - » pour la sortie standard."))
  var output: String

  @Option(help: ArgumentHelp("Fichier de la vérité plantée (JSON)."))
  var truth: String

  @Option(help: ArgumentHelp("Dossier qui contient phrases/.", valueName: "dossier"))
  var corpora = "corpora"

  func validate() throws {
    guard offers > 0 else { throw ValidationError("--offers doit être positif.") }
    guard (12...600).contains(months) else { throw ValidationError("--months doit être entre 12 et 600.") }
  }

  func run() throws {
    let bank = try PhraseBank(corpora: corpora)
    let plan = try CorpusPlan(
      bank: bank, window: MonthWindow(count: months, endingYear: 2026, month: 9))
    let stream = try CorpusStream(plan: plan, seed: seed, offers: offers, isFullLength: fullLength)
    let file = try Self.open(output)
    let tally = try stream.write { try file.write(contentsOf: Data($0)) }
    try file.close()
    let document = Truth(plan: plan, tally: tally, seed: seed, records: offers)
    try document.encoded().write(to: URL(filePath: truth))
  }

  private static func open(_ path: String) throws -> FileHandle {
    if path == "-" { return .standardOutput }
    guard FileManager.default.createFile(atPath: path, contents: nil),
      let file = FileHandle(forWritingAtPath: path)
    else { throw ValidationError("\(path) : impossible d’écrire ; vérifier le dossier et les droits.") }
    return file
  }
}
