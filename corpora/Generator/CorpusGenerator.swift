import ArgumentParser

@main
struct CorpusGenerator: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "corpus-generator")
}
