/// Everything an administrator can choose: file, environment, flags and documentation come from this table.
enum SettingTable {
  static let all: [Setting] = [
    .text("host", "adresse", "127.0.0.1", "Adresse d’écoute\u{A0}; 0.0.0.0 ouvre le service au réseau.") {
      $0.host = $1
    },
    .number("port", 0...65535, 8080, "Port d’écoute\u{A0}; 0 pour un port libre.") { $0.port = $1 },
    .flag("open-network", "Permet d’ouvrir le service au réseau alors qu’aucun jeton n’existe.") {
      $0.allowsNetwork = $1
    },
    .flag("require-token", "Demande un jeton pour lire aussi.") { $0.requiresToken = $1 },
    .flag(
      "published-only",
      "Sans jeton, ne montre que ce qui est publié (secret statistique), même sur cet ordinateur\u{A0}: à mettre "
        + "derrière tout mandataire."
    ) { $0.publishedOnly = $1 },
    .list(
      "allowed-hosts", "noms séparés par des virgules", "ceux de cet ordinateur",
      "Noms sous lesquels le service répond, par exemple derrière un mandataire\u{A0}; * pour tous."
    ) { $0.allowedHosts = $1 },
    .number("rate", 0...1_000_000, 100, "Requêtes par seconde et par client\u{A0}; 0 pour ne pas limiter.") {
      $0.rate = $1
    },
    .number("burst", 1...1_000_000, 400, "Requêtes d’affilée et par client.") { $0.burst = $1 },
    .number("connections", 1...100_000, 512, "Connexions à la fois.") { $0.connections = $1 },
    .number("upload-limit", 1...1_000_000, 4096, "Taille maximale d’un envoi, en Mio.") {
      $0.uploadLimit = $1
    },
    .flag("secure-cookies", "N’envoie les cookies que par TLS\u{A0}: à mettre derrière un mandataire TLS.") {
      $0.secureCookies = $1
    },
    .header("trusted-header", "En-tête où un portail d’authentification nomme la personne.") {
      $0.trustedHeader = $1
    },
    .header(
      "trusted-role-header", "En-tête où il donne le rôle\u{A0}; sans lui, chacun est lecteur (reader)."
    ) { $0.trustedRoleHeader = $1 },
    .list(
      "trusted-proxies", "adresses IP séparées par des virgules", "127.0.0.1, ::1",
      "Adresses dont ces en-têtes sont crus."
    ) { $0.trustedProxies = $1 },
    .text(
      "spool", "dossier", "MAGASIN-spool", "Dossier de dépôt, des envois, des exports et des sauvegardes."
    ) { $0.spool = $1 },
    .number("spool-seconds", 1...3600, 2, "Secondes entre deux visites du dossier de dépôt.") {
      $0.spoolSeconds = $1
    },
    .number(
      "spool-days", 0...3650, 30,
      "Jours après lesquels les fichiers importés ou refusés sont effacés\u{A0}; ils contiennent des coordonnées."
    ) { $0.spoolDays = $1 },
    .number("backup-hours", 0...8760, 24, "Heures entre deux sauvegardes\u{A0}; 0 pour aucune.") {
      $0.backupHours = $1
    },
    .number("backups-kept", 1...1000, 7, "Sauvegardes gardées.") { $0.keptBackups = $1 },
    .text(
      "france-travail-credentials", "fichier", "aucun",
      "Identifiants de l’API Offres d’emploi («\u{A0}client = …\u{A0}», «\u{A0}secret = …\u{A0}»), lisible du seul "
        + "propriétaire\u{A0}; ou variables FRANCE_TRAVAIL_CLIENT_ID et FRANCE_TRAVAIL_CLIENT_SECRET."
    ) { $0.franceTravailFile = $1 },
    .number(
      "france-travail-hours", 0...8760, 24, "Heures entre deux passages du connecteur\u{A0}; 0 pour aucun."
    ) { $0.franceTravailHours = $1 },
    .number("france-travail-days", 1...365, 31, "Jours que remonte le premier passage.") {
      $0.franceTravailDays = $1
    },
    .text(
      "france-travail-token-url", "adresse", FranceTravailClient.Addresses().token,
      "Adresse des jetons de l’API."
    ) { $0.franceTravailAddresses.token = $1 },
    .text(
      "france-travail-search-url", "adresse", FranceTravailClient.Addresses().search,
      "Adresse de recherche de l’API."
    ) { $0.franceTravailAddresses.search = $1 },
    .text(
      "region-outlines", "fichier", "aucun",
      "Contours des régions en GeoJSON, chacun avec son code\u{A0}; sans lui, les cartes sont en tuiles."
    ) { $0.regionOutlines = $1 },
    .text("department-outlines", "fichier", "aucun", "Contours des départements, de même.") {
      $0.departmentOutlines = $1
    },
    Setting(
      key: "log", form: "none, errors ou all", standard: "errors",
      help: "Ce que le journal contient\u{A0}: rien, les échecs, ou toutes les requêtes."
    ) { settings, value in
      guard let level = ServiceLog.Level(rawValue: value) else { return false }
      settings.log = level
      return true
    },
  ]

  /// The table as Markdown.
  static var markdown: String {
    var out = "| clé | variable | valeur | par défaut | effet |\n|---|---|---|---|---|\n"
    for setting in all {
      out +=
        "| `\(setting.key)` | `\(setting.variable)` | \(setting.form) | \(setting.standard) | \(setting.help) |\n"
    }
    return out
  }
}
