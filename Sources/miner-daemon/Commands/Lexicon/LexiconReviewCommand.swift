import ArgumentParser
import SkillMiner
import Taxonomy

struct LexiconReviewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Liste les formes proposées, en accepte ou en refuse.",
    discussion: """
      Sans «\u{A0}--accept\u{A0}» ni «\u{A0}--reject\u{A0}», liste les propositions sans décision, avec leurs phrases. \
      Les numéros sont ceux de la liste\u{A0}: la place dans le fichier de propositions. Les décisions sont gardées \
      dans un CSV qu’une personne peut corriger (docs/formats-lexique.md)\u{A0}; elles valent après \
      «\u{A0}lexicon apply\u{A0}».

      Exemples\u{A0}:
        miner-daemon lexicon review propositions.csv
        miner-daemon lexicon review propositions.csv --accept 1,4,7 --who "A. Martin"
        miner-daemon lexicon review termes.csv --accept 3 --code 300645 --who "A. Martin"
        miner-daemon lexicon review termes.csv --accept 5 --local "Power Platform" --kind tool --who "A. Martin"
        miner-daemon lexicon review propositions.csv --reject 2 --who "A. Martin" --why "intitulé de poste"
      """)

  @OptionGroup var clock: ClockOptions
  @Argument(
    help: ArgumentHelp(
      "Propositions écrites par «\u{A0}lexicon learn\u{A0}», ou «\u{A0}terms\u{A0}».", valueName: "fichier"),
    completion: .file(extensions: ["csv"]))
  var proposals: String
  @Option(
    name: .long, help: ArgumentHelp("Fichier des décisions.", valueName: "fichier"), completion: .file())
  var decisions = "decisions.csv"
  @Option(
    name: .long, help: ArgumentHelp("Numéros à accepter, séparés par des virgules.", valueName: "numéros"))
  var accept = ""
  @Option(
    name: .long, help: ArgumentHelp("Numéros à refuser, séparés par des virgules.", valueName: "numéros"))
  var reject = ""
  @Option(
    name: .long,
    help: ArgumentHelp("Compétence du ROME dont les termes acceptés sont des formes.", valueName: "OGR"))
  var code: String?
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Nom d’une compétence hors ROME dont les termes acceptés sont des formes.", valueName: "nom"))
  var local: String?
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Genre de cette compétence (know-how, knowledge, tool, credential…).", valueName: "genre"))
  var kind = "knowledge"
  @Option(name: .long, help: ArgumentHelp("Qui décide.", valueName: "nom"))
  var who: String?
  @Option(name: .long, help: ArgumentHelp("Pourquoi.", valueName: "texte"))
  var why = ""
  @Option(name: .long, help: ArgumentHelp("Propositions montrées.", valueName: "nombre"))
  var limit = 20

  func validate() throws {
    let both = Set(try Self.numbers(accept)).intersection(try Self.numbers(reject))
    if let number = both.min() {
      throw ValidationError("La proposition \(number) ne peut être acceptée et refusée à la fois.")
    }
    if !(accept.isEmpty && reject.isEmpty), who?.isEmpty ?? true {
      throw ValidationError("Dites qui décide\u{A0}: --who \"Prénom Nom\".")
    }
    _ = try given()
    if limit < 1 { throw ValidationError("«\u{A0}--limit\u{A0}» attend un nombre d’au moins 1.") }
  }

  func run() async throws {
    let entries = try ProposalsFile.read(path: proposals)
    var decided = try LexiconDecisions(path: decisions)
    let accepted = try Self.numbers(accept)
    let rejected = try Self.numbers(reject)
    guard !(accepted + rejected).isEmpty else { return list(entries, decided) }
    let today = try clock.date()
    for (numbers, verdict) in [(accepted, LexiconDecisions.Decision.Verdict.accepted), (rejected, .rejected)]
    {
      for number in numbers {
        guard let entry = entries.first(where: { $0.rank == number }) else {
          throw CommandFailure(
            "\(proposals) n’a pas de proposition \(number). Les numéros vont de 1 à \(entries.count).")
        }
        let target = try given() ?? entry.target
        if verdict == .accepted, target == .none {
          throw CommandFailure(
            "«\u{A0}\(entry.phrase)\u{A0}» n’a pas de compétence proposée. Dites laquelle\u{A0}: --code 300645, ou "
              + "--local \"Nom\" pour une compétence hors ROME.")
        }
        if verdict == .accepted, decided.isTaken(entry.phrase, by: target) {
          throw CommandFailure(
            "«\u{A0}\(entry.phrase)\u{A0}» est déjà acceptée pour une autre compétence dans \(decisions). "
              + "Changez d’abord cette décision.")
        }
        decided.decide(
          LexiconDecisions.Decision(
            phrase: entry.phrase, target: verdict == .accepted ? target : entry.target, verdict: verdict,
            who: who ?? "", when: today, why: why))
      }
    }
    try OutputFile.write(decided.text, to: decisions)
    Console.message(
      "\(FrenchWords.count(accepted.count, "forme acceptée", "formes acceptées")), "
        + "\(FrenchWords.count(rejected.count, "refusée", "refusées"))\u{A0}: \(decisions)")
  }

  private func list(_ entries: [ProposalsFile.Entry], _ decided: LexiconDecisions) {
    let open = entries.filter {
      $0.target == .none
        ? !decided.isDecided($0.phrase) : decided.decision(on: $0.phrase, $0.target) == nil
    }
    for entry in open.prefix(limit) {
      let target = entry.target == .none ? "" : " → \(entry.target) \(entry.label)"
      let g2 = entry.g2.map { ", G²\u{A0}\(FrenchNumber.decimal($0))" } ?? ""
      Console.output(
        "\(entry.rank). «\u{A0}\(entry.phrase)\u{A0}»\(target)\n   \(entry.support)\(g2)\n"
      )
      for example in entry.examples { Console.output("   • \(example)\n") }
    }
    let done = entries.count - open.count
    Console.message(
      "\(FrenchWords.count(open.count, "proposition sans décision", "propositions sans décision")), "
        + "\(FrenchWords.count(done, "décidée", "décidées"))"
        + (open.count > limit ? "\u{A0}; les \(limit) premières sont montrées (--limit)." : "."))
  }

  /// What the options say the accepted phrases stand for.
  private func given() throws -> FormTarget? {
    switch (code, local) {
    case (nil, nil): return nil
    case (let code?, nil):
      guard let number = OGRCode(code) else {
        throw ValidationError("«\u{A0}\(code)\u{A0}» n’est pas un code OGR, comme 300645.")
      }
      return .item(number)
    case (nil, let local?):
      guard let target = FormTarget("local:\(kind):\(local)") else {
        throw ValidationError(
          "Donnez un nom et un genre connus\u{A0}: know-how, knowledge, soft-skill, tool, credential, diploma ou language."
        )
      }
      return target
    default: throw ValidationError("«\u{A0}--code\u{A0}» et «\u{A0}--local\u{A0}» ne vont pas ensemble.")
    }
  }

  private static func numbers(_ text: String) throws -> [Int] {
    try text.split(whereSeparator: { $0 == "," || $0 == " " }).map { word in
      guard let number = Int(word), number >= 1 else {
        throw ValidationError("«\u{A0}\(word)\u{A0}» n’est pas un numéro. Écrivez par exemple 1,4,7.")
      }
      return number
    }
  }
}
