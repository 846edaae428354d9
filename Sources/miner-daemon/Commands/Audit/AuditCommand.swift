import ArgumentParser
import Foundation
import SkillMiner
import Taxonomy

/// The log of every act of the review.
struct AuditCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Montre, vérifie, exporte et rejoue le journal des actes de relecture.",
    subcommands: [
      AuditListCommand.self, AuditVerifyCommand.self, AuditExportCommand.self, AuditReplayCommand.self,
    ])
}

struct AuditListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "Liste les actes.")

  @OptionGroup var options: StoreOptions
  @Option(name: .long, help: ArgumentHelp("Seulement les actes sur cet objet.", valueName: "objet"))
  var subject: String?

  func run() async throws {
    Console.output(AuditReport.table(try options.open(.readOnly).audit(subject: subject)))
  }
}

struct AuditVerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Vérifie que rien n’a été modifié ni retiré après coup.")

  @OptionGroup var options: StoreOptions

  func run() async throws {
    let verification = try options.open(.readOnly).verifyAudit()
    for finding in verification.findings { Console.message(finding.description) }
    guard verification.isIntact else { throw ExitStatus.failed }
    Console.output(
      "Journal intact\u{A0}: \(FrenchWords.count(verification.entries, "acte", "actes")), empreinte "
        + "\(verification.head)\n")
  }
}

struct AuditExportCommand: AsyncParsableCommand {
  /// A form of export.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case jsonl
    case csv
  }

  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Exporte le journal (JSON par ligne, ou CSV).")

  @OptionGroup var options: StoreOptions
  @Option(name: .long, help: ArgumentHelp("jsonl (rejouable) ou csv.", valueName: "format")) var format =
    Format.jsonl
  @OptionGroup var file: OutputOptions

  func run() async throws {
    let entries = try options.open(.readOnly).audit()
    let text = format == .csv ? AuditReport.csv(entries) : try AuditReport.lines(entries)
    try file.write(text)
  }
}

struct AuditReplayCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Rejoue un journal dans un magasin neuf et compare l’état obtenu.",
    discussion: """
      Le journal est celui du magasin, ou un fichier écrit par «\u{A0}audit export\u{A0}». Les deux états doivent être les \
      mêmes, à l’octet près.

      Exemple\u{A0}:
        miner-daemon audit replay --into rejoue.sqlite
      """)

  @OptionGroup var options: StoreOptions
  @Option(name: .long, help: ArgumentHelp("Magasin neuf à créer.", valueName: "chemin")) var into: String
  @Option(
    name: .long, help: ArgumentHelp("Journal exporté à rejouer.", valueName: "fichier"), completion: .file())
  var log: String?

  func run() async throws {
    let source: Store? = log == nil ? try options.open(.readOnly) : nil
    let entries: [AuditEntry]
    if let log {
      guard let data = FileManager.default.contents(atPath: log) else {
        throw CommandFailure(
          "\(log)\u{A0}: ce fichier ne peut pas être lu. Vérifiez son chemin et ses droits.")
      }
      entries = try AuditReport.entries(lines: String(decoding: data, as: UTF8.self), file: log)
    } else {
      entries = try source?.audit() ?? []
    }
    let target = try Store(path: into, access: .readWrite)
    let count = try target.replay(entries, file: log ?? options.store)
    let digest = try target.reviewDigest()
    Console.output("\(FrenchWords.count(count, "acte rejoué", "actes rejoués")), état \(digest)\n")
    guard let source else { return }
    guard try source.reviewDigest() == digest else {
      throw CommandFailure(
        "L’état rejoué diffère de celui du magasin\u{A0}: ses documents ont été modifiés hors du journal.")
    }
    Console.output("Même état que \(options.store).\n")
  }
}
