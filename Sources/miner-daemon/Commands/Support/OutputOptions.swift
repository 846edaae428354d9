import ArgumentParser

/// Where a result is written.
struct OutputOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Fichier à écrire\u{A0}; par défaut, la sortie standard.", valueName: "fichier"),
    completion: .file())
  var output: String?

  /// Writes a text to the file asked for, or to standard output.
  func write(_ text: String, advice: (String) -> String = { _ in "" }) throws {
    try OutputFile.put(text, to: output, advice: advice)
  }
}
