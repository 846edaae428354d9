/// Puts the settings together: standard values, then the file, then the environment, then flags. Later ones win.
struct SettingSources {
  /// Path of the configuration file; `nil` for none.
  var file: String?
  var environment: [String: String] = [:]
  /// From `--set` and the flags that stand for settings, in order.
  var flags: [(key: String, value: String)] = []

  /// - Throws: `CommandFailure` that says where the value stands and what it should look like.
  func settings() throws -> ServiceSettings {
    var settings = ServiceSettings()
    if let file {
      for (key, value) in try MappingFile(path: file).columns.sorted(by: { $0.key < $1.key }) {
        try Self.apply(key, value, to: &settings, from: file)
      }
    }
    for setting in SettingTable.all {
      if let value = environment[setting.variable] {
        try Self.apply(setting.key, value, to: &settings, from: "variable \(setting.variable)")
      }
    }
    for flag in flags { try Self.apply(flag.key, flag.value, to: &settings, from: "ligne de commande") }
    settings.franceTravail = try FranceTravailCredentials.find(
      file: settings.franceTravailFile, environment: environment)
    if settings.allowedHosts.isEmpty {
      // A name server under foreign control could otherwise lead a browser here.
      if settings.isLoopback { settings.allowedHosts = ["localhost", "127.0.0.1", "::1", settings.host] }
    } else if settings.allowedHosts.contains("*") {
      settings.allowedHosts = []
    } else {
      settings.allowedHosts.formUnion(["localhost", "127.0.0.1", "::1"])
    }
    return settings
  }

  private static func apply(
    _ key: String, _ value: String, to settings: inout ServiceSettings, from place: String
  ) throws {
    guard let setting = SettingTable.all.first(where: { $0.key == key }) else {
      throw CommandFailure(
        "\(place)\u{A0}: «\u{A0}\(key)\u{A0}» n’est pas un réglage. «\u{A0}miner-daemon settings\u{A0}» les liste."
      )
    }
    guard setting.apply(&settings, value) else {
      throw CommandFailure(
        "\(place)\u{A0}: «\u{A0}\(key) = \(value.prefix(60))\u{A0}» ne convient pas. Valeur attendue\u{A0}: \(setting.form)."
      )
    }
  }
}
