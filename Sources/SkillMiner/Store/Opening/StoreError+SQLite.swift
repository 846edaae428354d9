import GRDB

extension StoreError {
  /// Says in our words what SQLite reports; the technical message follows for whoever has to look deeper.
  init(_ error: DatabaseError, path: String) {
    let detail = error.message ?? "code \(error.extendedResultCode.rawValue)"
    switch error.resultCode {
    case .SQLITE_NOTADB:
      self = .foreign(path)
    case .SQLITE_CORRUPT:
      self = .corrupt(path, detail: detail)
    case .SQLITE_READONLY, .SQLITE_PERM:
      self.init(
        .readOnly, path: path, message: "Le magasin ne peut pas être modifié (lecture seule).",
        advice: "Vérifiez les droits du fichier et de son dossier, ou copiez-le ailleurs.")
    case .SQLITE_FULL:
      self.init(
        .full, path: path, message: "Le disque est plein\u{A0}: l’écriture est arrêtée.",
        advice: "Ce qui était acquis est conservé. Libérez de la place, puis relancez la même commande.")
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      self = .busy(path)
    case .SQLITE_CANTOPEN:
      self.init(
        .cannotOpen, path: path, message: "Le magasin ne peut être ni ouvert ni créé.",
        advice: "Vérifiez que le dossier existe et que vous pouvez y écrire.")
    case .SQLITE_IOERR:
      self.init(
        .inputOutput, path: path, message: "Erreur d’entrée-sortie (\(detail)).",
        advice: "Vérifiez le disque, puis lancez «\u{A0}miner-daemon doctor\u{A0}».")
    default:
      self.init(
        .other, path: path, message: "SQLite refuse l’opération (\(detail)).",
        advice: "Lancez «\u{A0}miner-daemon doctor\u{A0}» et signalez ce message.")
    }
  }

  static func absent(_ path: String) -> StoreError {
    StoreError(
      .absent, path: path, message: "Ce magasin n’existe pas.",
      advice: "Vérifiez «\u{A0}--store\u{A0}», ou créez-le avec «\u{A0}miner-daemon import\u{A0}».")
  }

  static func foreign(_ path: String) -> StoreError {
    StoreError(
      .foreign, path: path, message: "Ce fichier n’est pas un magasin SkillMiner.",
      advice: "Il n’a pas été modifié. Donnez un autre chemin à «\u{A0}--store\u{A0}».")
  }

  static func corrupt(_ path: String, detail: String) -> StoreError {
    StoreError(
      .corrupt, path: path, message: "Le magasin est endommagé (\(detail)).",
      advice: "Repartez d’une sauvegarde, ou réimportez les fichiers d’origine dans un magasin neuf.")
  }

  static func newer(_ path: String, version: Int) -> StoreError {
    StoreError(
      .newer, path: path,
      message: "Ce magasin vient d’une version plus récente du programme "
        + "(schéma \(version), connu ici\u{A0}: \(Schema.version)).",
      advice: "Mettez miner-daemon à jour\u{A0}; le magasin n’a pas été modifié.")
  }

  static func busy(_ path: String) -> StoreError {
    StoreError(
      .busy, path: path, message: "Un autre programme écrit dans ce magasin.",
      advice:
        "Attendez la fin de l’autre import, puis relancez la commande\u{A0}; rien n’a été modifié. Si c’est le "
        + "service, déposez le fichier dans son dossier (MAGASIN-spool), ou arrêtez-le d’abord.")
  }
}
