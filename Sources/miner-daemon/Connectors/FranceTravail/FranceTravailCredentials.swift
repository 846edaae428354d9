import Foundation

/// What the API knows us by.
struct FranceTravailCredentials: Sendable {
  let client: String
  let secret: String

  /// From a file only its owner can read (`client = …`, `secret = …`), or from the environment.
  ///
  /// - Returns: `nil` when nothing is given.
  /// - Throws: `CommandFailure` when the file cannot be used.
  static func find(file: String?, environment: [String: String]) throws -> FranceTravailCredentials? {
    guard let file else {
      guard let client = environment["FRANCE_TRAVAIL_CLIENT_ID"],
        let secret = environment["FRANCE_TRAVAIL_CLIENT_SECRET"], !client.isEmpty, !secret.isEmpty
      else { return nil }
      return FranceTravailCredentials(client: client, secret: secret)
    }
    var facts = stat()
    guard stat(file, &facts) == 0 else {
      throw CommandFailure(
        errno == ENOENT
          ? "Le fichier d’identifiants «\u{A0}\(file)\u{A0}» n’existe pas."
          : "Le fichier d’identifiants «\u{A0}\(file)\u{A0}» ne peut pas être lu. Vérifiez ses droits et ceux de son dossier."
      )
    }
    guard facts.st_mode & 0o077 == 0 else {
      throw CommandFailure(
        "Le fichier d’identifiants «\u{A0}\(file)\u{A0}» est lisible par d’autres. Faites «\u{A0}chmod 600 \(file)\u{A0}»."
      )
    }
    let fields = try MappingFile(path: file).columns
    guard let client = fields["client"], let secret = fields["secret"] else {
      throw CommandFailure(
        "«\u{A0}\(file)\u{A0}» doit contenir deux lignes\u{A0}: «\u{A0}client = …\u{A0}» et «\u{A0}secret = …\u{A0}»."
      )
    }
    return FranceTravailCredentials(client: client, secret: secret)
  }
}
