import ArgumentParser
import SkillMiner
import Taxonomy

/// Compares releases of taxonomies.
struct TaxonomyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "taxonomy",
    abstract: "Compare des versions du ROME ou d’ESCO, passe de l’une à l’autre, et les croise.",
    subcommands: [
      TaxonomyDiffCommand.self, TaxonomyMigrateCommand.self, TaxonomyCrosswalkCommand.self,
    ])
}

/// A release as a command names it: a file or folder, or the name of one the store keeps.
struct ReleaseSource {
  let name: String
  let options: StoreOptions

  enum Release {
    case rome(TaxonomyRelease)
    case esco(ESCORelease)
  }

  /// - Throws: `CommandFailure` when there is neither a file nor a release of that name.
  func release() throws -> Release {
    if Console.exists(name) {
      if try TaxonomySource.detect(path: name) == .esco {
        return .esco(try ESCOReader.read(path: name).release)
      }
      return .rome(try ROMEReader.read(path: name).release)
    }
    guard Console.exists(options.store) else { throw unknown([]) }
    let store = try options.open(.readOnly)
    if let release = try store.release(named: name) { return .rome(release) }
    if let release = try store.escoRelease(named: name) { return .esco(release) }
    throw unknown(try store.releases().map(\.name) + store.escoReleases().map(\.name))
  }

  private func unknown(_ known: [String]) -> CommandFailure {
    let list = known.isEmpty ? "aucune" : known.joined(separator: ", ")
    return CommandFailure(
      "«\u{A0}\(name)\u{A0}» n’est ni un fichier, ni une version du magasin (versions présentes\u{A0}: \(list))."
    )
  }
}
