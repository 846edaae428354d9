import ArgumentParser
import SkillMiner
import Taxonomy

/// Tokens of access to the service.
struct TokenCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "token", abstract: "Crée, liste et révoque les jetons d’accès au service.",
    subcommands: [TokenCreateCommand.self, TokenListCommand.self, TokenRevokeCommand.self])
}

/// Roles by the names people type.
extension Role: ExpressibleByArgument {}

struct TokenCreateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "create",
    abstract: "Crée un jeton et le montre une seule fois.",
    discussion: """
      Rôles\u{A0}: reader lit\u{A0}; contributor envoie aussi des offres et des référentiels\u{A0}; reviewer décide aussi \
      des propositions\u{A0}; administrator administre. Le service peut tourner\u{A0}: le jeton vaut aussitôt.

      Exemple\u{A0}:
        miner-daemon token create --role contributor --name "Collecte quotidienne" --days 365
      """)

  @OptionGroup var options: StoreOptions
  @Option(name: .long, help: ArgumentHelp("Rôle.", valueName: "rôle"))
  var role: Role
  @Option(name: .long, help: ArgumentHelp("Pour qui ou pour quoi.", valueName: "nom"))
  var name: String
  @Option(name: .long, help: ArgumentHelp("Durée en jours\u{A0}; sans fin par défaut.", valueName: "jours"))
  var days: Int?

  func validate() throws {
    let length = name.trimmingPrefix { $0.isWhitespace }.count
    guard (1...100).contains(length), !name.contains(where: \.isNewline) else {
      throw ValidationError("«\u{A0}--name\u{A0}» attend un nom d’une ligne, de 1 à 100 caractères.")
    }
    if let days, !(1...36500).contains(days) {
      throw ValidationError("«\u{A0}--days\u{A0}» attend un nombre de 1 à 36500.")
    }
  }

  func run() async throws {
    let store = try TokenStore.open(options)
    let token = TokenText.make()
    guard let hash = SecretHash.hash(token.secret) else {
      throw CommandFailure(
        "La mémoire manque pour protéger le jeton (64\u{A0}Mio). Libérez-en et recommencez.")
    }
    let now = ServiceClock.system().now()
    try store.add(
      TokenRecord(
        id: token.id, name: name, role: role.rawValue, hash: hash, created: now.description,
        expires: days.map { Timestamp(seconds: now.seconds + $0 * 86400).description }))
    Console.output(token.text + "\n")
    Console.message(
      "Gardez ce jeton maintenant\u{A0}: il ne sera plus montré. Identifiant\u{A0}: \(token.id)")
  }
}

struct TokenListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Liste les jetons, sans leur secret.")

  @OptionGroup var options: StoreOptions

  func run() async throws {
    var table = TextTable([
      ("identifiant", .left), ("rôle", .left), ("créé", .left), ("fin", .left), ("état", .left),
      ("nom", .left),
    ])
    let now = ServiceClock.system().now().description
    for token in try options.open(.readOnly).tokens() {
      let state =
        if token.revoked != nil { "révoqué" } else if let end = token.expires, end <= now { "expiré" } else {
          "valable"
        }
      table.add([
        token.id, token.role, String(token.created.prefix(10)),
        token.expires.map { String($0.prefix(10)) } ?? "",
        state, token.name,
      ])
    }
    Console.output(table.text)
  }
}

struct TokenRevokeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "revoke", abstract: "Révoque un jeton\u{A0}: il ne vaut plus dans les secondes qui suivent.")

  @OptionGroup var options: StoreOptions
  @Argument(help: ArgumentHelp("Identifiant, ou jeton entier.", valueName: "identifiant"))
  var token: String

  func run() async throws {
    let id = TokenText(token)?.id ?? token
    guard try TokenStore.open(options).revokeToken(id, at: ServiceClock.system().now().description) else {
      throw CommandFailure(
        "Aucun jeton valable n’a cet identifiant. «\u{A0}miner-daemon token list\u{A0}» les montre.")
    }
    Console.message("Jeton \(id) révoqué.")
  }
}

/// Opens a store for a small change, beside a running service if need be.
enum TokenStore {
  static func open(_ options: StoreOptions) throws -> Store {
    do {
      return try options.open(.shared)
    } catch let error as StoreError where error.code == .older || error.code == .absent {
      // Nobody else can be at work on it: it may be made, or brought up to date.
      return try options.open(.readWrite)
    }
  }
}
