import ArgumentParser
import SkillMiner
import Taxonomy

/// `extract --facts`: the program as an operator that a distributed engine feeds.
struct FactOptions: ParsableArguments {
  @Flag(
    name: .long,
    help:
      "Écrit ce que le décompte retient de chaque offre, sans son texte\u{A0}: l’opérateur d’un moteur réparti (voir docs/formats-cube.md). Demande «\u{A0}--store\u{A0}»."
  )
  var facts = false
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Avec «\u{A0}--facts\u{A0}»\u{A0}: nom de la source, pour les offres qui ne le disent pas.",
      valueName: "nom"))
  var source: String?
  @OptionGroup var clock: ClockOptions

  func validate(store: String?, exact: Bool, files: [String]) throws {
    guard facts else {
      if source != nil { throw ValidationError("«\u{A0}--source\u{A0}» va avec «\u{A0}--facts\u{A0}».") }
      return
    }
    guard store != nil else {
      throw ValidationError(
        "«\u{A0}--facts\u{A0}» demande «\u{A0}--store\u{A0}»\u{A0}: le lexique figé (miner-daemon lexicon freeze)."
      )
    }
    guard !exact, files.isEmpty else {
      throw ValidationError(
        "«\u{A0}--facts\u{A0}» lit l’entrée standard, tout le texte\u{A0}: ni «\u{A0}--exact\u{A0}» ni fichier."
      )
    }
  }

  /// Answers standard input to its end.
  func run(store path: String?, threads: Int) throws {
    let store = try Store(path: path ?? "", access: .readOnly)
    let engine = try Workshop.engine(of: store)
    let extractor = try FactExtractor(
      engine: engine, places: try Workshop.places(of: store), today: try clock.date(), source: source,
      threads: threads)
    try FactFilter(extractor: extractor, identity: try CubeImporter.identity(of: store, engine: engine)).run()
  }
}
