import ArgumentParser

/// Where a table for people to read again is written.
struct LexiconFileOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp("Fichier à écrire\u{A0}; par défaut, la sortie standard.", valueName: "fichier"),
    completion: .file(extensions: ["csv"]))
  var out: String?
}
