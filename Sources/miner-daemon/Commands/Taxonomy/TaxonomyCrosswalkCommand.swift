import ArgumentParser
import SkillMiner
import Taxonomy

struct TaxonomyCrosswalkCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "crosswalk",
    abstract: "Propose des correspondances entre le ROME et ESCO, et en tire des formes pour le lexique.",
    discussion: """
      Les intitulés sont la preuve\u{A0}: égaux, de mêmes mots, ou semblables\u{A0}; un tableau ROME–CITP-08 (--isco) confirme ou \
      fait douter. Tout est proposition. Avec --out, le tableau est écrit (SSSOM, tabulations)\u{A0}: mettez «\u{A0}oui\u{A0}» ou \
      «\u{A0}non\u{A0}» dans la colonne «\u{A0}review\u{A0}» et rendez-le avec --links\u{A0}; les avis sont gardés.

      --forms écrit les intitulés d’ESCO que les liens acceptés donnent à une compétence du ROME, dans le format que \
      «\u{A0}lexicon apply --decisions\u{A0}» emploie.

      Exemples\u{A0}:
        miner-daemon taxonomy crosswalk rome-v460-csv.zip esco-v1.2-fr.zip --out croisement.tsv
        miner-daemon taxonomy crosswalk "ROME 4.60" "ESCO 1.2" --links croisement.tsv --forms formes-esco.csv
        miner-daemon lexicon apply --decisions formes-esco.csv
      """)

  @OptionGroup var options: StoreOptions
  @Option(name: .long, help: ArgumentHelp("Tableau relu.", valueName: "chemin"), completion: .file())
  var links: String?
  @Option(
    name: .long,
    help: ArgumentHelp("Tableau CSV des métiers du ROME et de leurs groupes CITP-08.", valueName: "chemin"),
    completion: .file())
  var isco: String?
  @Option(name: .long, help: ArgumentHelp("Écrit le tableau des liens.", valueName: "chemin"))
  var out: String?
  @Option(name: .long, help: ArgumentHelp("Écrit les formes des liens acceptés.", valueName: "chemin"))
  var forms: String?
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Tient pour acceptés les liens non relus de cette confiance (0 à 1).", valueName: "valeur"))
  var trust: Double?
  @Argument(help: ArgumentHelp("Version du ROME.", valueName: "ROME"))
  var rome: String
  @Argument(help: ArgumentHelp("Version d’ESCO.", valueName: "ESCO"))
  var esco: String

  func validate() throws {
    if let trust, !(0...1).contains(trust) {
      throw ValidationError("«\u{A0}--trust\u{A0}» attend une valeur de 0 à 1.")
    }
    if trust != nil, forms == nil {
      throw ValidationError("«\u{A0}--trust\u{A0}» ne vaut qu’avec «\u{A0}--forms\u{A0}».")
    }
  }

  func run() async throws {
    guard case .rome(let rome) = try ReleaseSource(name: rome, options: options).release(),
      case .esco(let esco) = try ReleaseSource(name: esco, options: options).release()
    else { throw CommandFailure("Donnez une version du ROME, puis une version d’ESCO.") }
    var groups: [ROMECode: Set<String>] = [:]
    if let isco {
      let reading = try ISCOTable.read(path: isco)
      for finding in reading.findings { Console.message(finding.description) }
      groups = reading.groups
    }
    var crosswalk = try CrosswalkBuilder(rome: rome, esco: esco, isco: groups).propose()
    if let links {
      let reading = try CrosswalkTable.read(path: links)
      for finding in reading.findings { Console.message(finding.description) }
      for (table, given) in [(reading.crosswalk.rome, rome.name), (reading.crosswalk.esco, esco.name)]
      where !table.isEmpty && table != given {
        Console.message(
          "Le tableau relu porte sur \(table), et non sur \(given)\u{A0}; ses avis sont gardés.")
      }
      crosswalk = crosswalk.keeping(reading.crosswalk)
    }
    Console.output(CrosswalkReport.text(crosswalk, rome: rome))
    if let out { try OutputFile.write(CrosswalkTable.write(crosswalk), to: out) }
    if let forms {
      let found = crosswalk.forms(esco, trust: trust)
      var decisions = LexiconDecisions()
      for form in found.forms {
        decisions.decide(
          LexiconDecisions.Decision(
            phrase: form.text, code: form.code, verdict: .accepted, who: form.link.review?.who ?? "",
            when: nil,
            why: "\(esco.name), \(form.link.pair.object.path)"))
      }
      try OutputFile.write(decisions.text, to: forms)
      Console.message(
        "\(FrenchWords.count(found.forms.count, "forme", "formes"))\u{A0}; "
          + "\(FrenchWords.count(found.claimed, "intitulé que plusieurs compétences revendiquent est écarté", "intitulés que plusieurs compétences revendiquent sont écartés"))."
      )
    }
  }
}

/// A crosswalk in figures.
enum CrosswalkReport {
  static func text(_ crosswalk: Crosswalk, rome: TaxonomyRelease) -> String {
    var table = TextTable([
      ("correspondances", .left), ("compétences", .right), ("métiers", .right), ("acceptées", .right),
      ("refusées", .right),
    ])
    for predicate in CrosswalkLink.Predicate.allCases {
      let links = crosswalk.links.filter { $0.predicate == predicate }
      table.add([name(predicate)] + figures(links).map(FrenchNumber.integer))
    }
    table.add(["ensemble"] + figures(crosswalk.links).map(FrenchNumber.integer))
    let items = Set(
      crosswalk.links.compactMap { link -> OGRCode? in
        if case .competency(let code) = link.pair.subject { code } else { nil }
      }
    ).count
    return """
      \(crosswalk.rome) ↔ \(crosswalk.esco)

      \(table.text)
      Compétences du ROME avec au moins une proposition\u{A0}: \(FrenchNumber.count(items, of: rome.competencies.count))
      \(contested(crosswalk))
      """
  }

  /// A line of its own, or nothing.
  private static func contested(_ crosswalk: Crosswalk) -> String {
    let count = crosswalk.links.count { $0.isContested && $0.review == nil }
    guard count > 0 else { return "" }
    return
      "\(FrenchWords.count(count, "correspondance à départager", "correspondances à départager"))\u{A0}: plusieurs revendiquent "
      + "le même intitulé\u{A0}; la colonne «\u{A0}comment\u{A0}» dit lesquelles.\n"
  }

  private static func figures(_ links: [CrosswalkLink]) -> [Int] {
    let occupations = links.count { if case .occupation = $0.pair.subject { true } else { false } }
    return [
      links.count - occupations, occupations, links.count { $0.review?.isAccepted == true },
      links.count { $0.review?.isAccepted == false },
    ]
  }

  private static func name(_ predicate: CrosswalkLink.Predicate) -> String {
    switch predicate {
    case .exact: "équivalente"
    case .close: "proche"
    case .broad: "ESCO plus large"
    case .narrow: "ESCO plus étroit"
    case .related: "apparentée"
    }
  }
}
