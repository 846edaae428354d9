import ArgumentParser

struct SettingsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "settings", abstract: "Liste les réglages du service, en Markdown.",
    discussion: """
      Un réglage se donne dans un fichier («\u{A0}clé = valeur\u{A0}», avec serve --config), par une variable \
      d’environnement, ou par «\u{A0}serve --set clé=valeur\u{A0}»\u{A0}; le dernier l’emporte.
      """)

  func run() throws { Console.output(SettingTable.markdown) }
}
