import ArgumentParser
import SkillMiner
import Taxonomy

struct LexiconExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Dit pourquoi une offre est lue ainsi : ce qui pèse pour et contre chaque décision.",
    discussion: """
      Les offres sont données comme à «\u{A0}extract\u{A0}», ou un texte par «\u{A0}--text\u{A0}». De chaque \
      expression sont dits la probabilité qu’elle nomme une compétence demandée, les raisons qui pèsent le plus, \
      l’item qu’elle désigne et ce qui le place devant le suivant. Une raison est un trait multiplié par son poids \
      (taxonomy-data/model/linker.csv)\u{A0}; leur somme fait la décision.

      Exemples\u{A0}:
        miner-daemon lexicon explain --text "Vous réceptionnez les marchandises."
        miner-daemon lexicon explain offres.jsonl --store skillminer.sqlite --about stock
      """)

  @Argument(
    help: ArgumentHelp("Fichiers d’offres\u{A0}; par défaut, l’entrée standard.", valueName: "chemin"),
    completion: .file())
  var files: [String] = []
  @Option(
    name: .long, help: ArgumentHelp("Magasin dont on prend la taxonomie et le lexique.", valueName: "magasin")
  )
  var store: String?
  @Option(name: .long, help: ArgumentHelp("Texte à lire, au lieu d’offres.", valueName: "texte"))
  var text: String?
  @Option(
    name: .long,
    help: ArgumentHelp("Avec «\u{A0}--text\u{A0}»\u{A0}: intitulé de l’offre.", valueName: "texte"))
  var title: String?
  @Option(
    name: .long,
    help: ArgumentHelp("Avec «\u{A0}--text\u{A0}»\u{A0}: code ROME de l’offre.", valueName: "code"))
  var occupation: String?
  @Option(
    name: .long,
    help: ArgumentHelp("Seulement les expressions qui contiennent ces mots.", valueName: "mots"))
  var about: String?
  @Flag(name: .long, help: "Aussi les expressions écartées.")
  var all = false

  func validate() throws {
    if text != nil, !files.isEmpty {
      throw ValidationError("Donnez un texte («\u{A0}--text\u{A0}») ou des fichiers, pas les deux.")
    }
    if text == nil, title != nil || occupation != nil {
      throw ValidationError(
        "«\u{A0}--title\u{A0}» et «\u{A0}--occupation\u{A0}» vont avec «\u{A0}--text\u{A0}».")
    }
    if let occupation, ROMECode(occupation) == nil {
      throw ValidationError(
        "«\u{A0}\(occupation)\u{A0}» n’est pas un code ROME\u{A0}: une lettre et quatre chiffres, comme N1103."
      )
    }
  }

  func run() async throws {
    let (release, overlays) = try Workshop.sources(store: store)
    let engine = try ReadingEngine(release: release, overlays: overlays)
    let reader = try RawTextReader(engine: engine)
    func explain(_ offer: GivenTexts) throws {
      let words = ReasonsText(offer: offer, mentions: reader.read(offer), lexicon: engine.lexicon)
      let told = try reader.reasons(offer).filter { isTold($0, words) }
      guard !told.isEmpty else {
        return Console.output("Rien à expliquer\u{A0}: aucune expression de ce genre.\n")
      }
      Console.output(told.map { words.paragraph($0) }.joined(separator: "\n"))
    }
    if let text {
      return try explain(
        GivenTexts(title: title ?? "", description: text, occupation: occupation.flatMap { ROMECode($0) }))
    }
    var rejected = 0
    for path in files.isEmpty ? ["-"] : files {
      try InputArchive.forEachMember(of: path) { member in
        let file = member.name == "-" ? "entrée standard" : member.name
        let lines = LineReader(member)
        while let line = try lines.next() {
          do {
            guard let input = try ExtractInput.read(line) else { continue }
            Console.output("# \(input.identifier)\u{A0}: \(input.offer.title)\n\n")
            try explain(input.offer)
            Console.output("\n")
          } catch let rejection as ExtractInput.Rejection {
            rejected += 1
            Console.message("\(file), ligne \(line.number)\u{A0}: \(rejection)")
          }
        }
      }
    }
    if rejected > 0 { throw ExitStatus.failed }
  }

  /// Mentions, and with `--all` what was refused.
  private func isTold(_ reasons: SpanReasons, _ words: ReasonsText) -> Bool {
    (all || words.isMention(reasons)) && (about.map { words.holds($0, reasons) } ?? true)
  }
}
