import Foundation
import TestSupport
import Testing

/// From offers to a file sent to the State and back, by command line on the demonstration corpus. A debug program reads one
/// offer in four.
@Suite(.serialized) struct PortfolioScenarioTests {
  private static let demo = Result { try PortfolioDemo() }

  @discardableResult
  private func run(_ arguments: [String], today: String? = "2026-09-02", status: Int32 = 0) throws
    -> Program.Outcome
  {
    let demo = try Self.demo.get()
    let clock = today.map { ["--today", $0] } ?? []
    let outcome = try Program.run(arguments + ["--store", demo.store] + clock)
    #expect(outcome.status == status, "\(arguments.joined(separator: " ")): \(outcome.messages)")
    return outcome
  }

  @Test func fromTheDrawToTheNextMonth() throws {
    let demo = try Self.demo.get()
    let supply = try demo.folder.write(
      "organisme;code_rs;intitule;departement\nCentre d’essai;;CACES R489 chariots;67\nAilleurs;;CACES R482;59\n",
      to: "offre.csv")
    #expect(try run(["import", "supply", supply, "--name", "carif"]).text.contains("offre.csv"))
    let drawn = try run([
      "portfolio", "draw", "ge", "--region", "44", "--all-offers", "--name", "Grand Est 2027", "--who",
      "Région",
      "--bootstrap", "20",
    ])
    #expect(drawn.text.contains("10 parcours sur 10 voulus"))
    #expect(drawn.text.contains("d’après la table du 02/09/2026"))

    // Three edits; a fourth that saw an older revision is refused and told what changed.
    try run(["portfolio", "edit", "ge", "--retitle", "1", "--text", "Module un", "--who", "Branche"])
    try run(["portfolio", "edit", "ge", "--remove", "6", "--why", "Déjà financé", "--who", "Région"])
    try run([
      "portfolio", "edit", "ge", "--annotate", "2", "--text", "=1+1", "--revision", "3", "--who", "Branche",
    ])
    let stale = try run(
      ["portfolio", "edit", "ge", "--retitle", "1", "--text", "Autre", "--revision", "2", "--who", "Autre"],
      status: 1)
    #expect(stale.messages.contains("REVUE-002") && stale.messages.contains("Déjà financé"))

    // Two files of field signals, one with a territory that does not exist.
    let header = "date;organisme;territoire;metier_rome;observation;sens\n"
    let branch = try demo.folder.write(
      header + "2026-08-20;Branche;67;D1106;On nous demande la tenue de caisse;manque\n"
        + "2026-08-21;Branche;Atlantide;;CACES R489;manque\n", to: "branche.csv")
    let trainees = try demo.folder.write(
      header + "2026-08-22;\"=cmd|' /C calc'!A0\";;;Nous avons vu le CACES R482 partout;manque\n",
      to: "stagiaires.csv")
    let imported = try run(["field", "import", branch, trainees, "--who", "Oref"], status: 1)
    #expect(imported.messages.contains("TERRAIN-010") && imported.messages.contains("Atlantide"))
    #expect(imported.text.contains("2 lus, 1 gardés"))
    #expect(try run(["field", "list", "--format", "csv"], today: nil).text.contains("'=cmd"))
    #expect(
      try run(["portfolio", "show", "ge", "--format", "csv"], today: nil).text.contains(",'=1+1,"))

    // A forum: the sheet the program writes, filled in.
    let sheet = demo.folder.path("votes.csv")
    try run(["forum", "sheet", "ge", "--output", sheet], today: nil)
    let filled = try String(contentsOf: URL(filePath: sheet), encoding: .utf8).split(separator: "\r\n")
      .enumerated().map { $0.offset == 0 ? String($0.element) : $0.element.dropLast(4) + ",9,1,valider,Bien" }
    try demo.folder.write(filled.joined(separator: "\r\n") + "\r\n", to: "votes.csv")
    let forum = try run([
      "forum", "import", "forum-strasbourg", "--portfolio", "ge", "--sheet", sheet, "--observations",
      trainees,
      "--name", "Forum de Strasbourg", "--who", "Forum",
    ])
    #expect(forum.text.contains("9\u{A0}parcours débattus"))

    // Frozen and sent: the file's digest is its fingerprint.
    let file = demo.folder.path("fige.json")
    let frozen = try run(["portfolio", "freeze", "ge", "--output", file, "--who", "Région"])
    let fingerprint = frozen.text.filter { !$0.isNewline }
    let sums = URL(filePath: demo.folder.path("sum.txt"))
    if try Program.system(["sha256sum", file], output: sums) == 0 {
      #expect(try String(contentsOf: sums, encoding: .utf8).hasPrefix(fingerprint))
    }
    #expect(fingerprint.count == 64)
    let sent = try run(["portfolio", "send", "ge", "--why", "Dreets", "--who", "Région"])
    #expect(sent.text.contains("9 parcours transmis") && sent.text.contains("1 de moins que les 10 voulus"))

    // The next month: what changed for each of them.
    try run(["import", "offers", demo.later], today: "2026-10-01")
    let after = try run(["portfolio", "show", "ge", "--analyse"], today: "2026-10-01")
    let csv = try run(["portfolio", "show", "ge", "--analyse", "--format", "csv"], today: "2026-10-01")
    #expect(after.text.contains("→ "))
    let outcomes = csv.text.split(separator: "\r\n").dropFirst().filter {
      $0.contains(",présent,") || $0.contains(",recomposé,") || $0.contains(",disparu,")
    }
    #expect(outcomes.count == 9)
    let series = try run(["portfolio", "evaluate", "ge", "1", "--from", "2026-01-01"], today: "2026-10-01")
    #expect(series.text.contains("2026-01") && series.text.contains("2026-10"))
    try run(
      [
        "portfolio", "evaluate", "ge", "1", "--from", "2026-01-01", "--conclude", "Besoin confirmé", "--who",
        "Région",
      ],
      today: "2026-10-01")

    // The log holds and replays to the same state, from the store and from its export.
    #expect(try run(["audit", "verify"], today: nil).text.contains("Journal intact"))
    let replayed = try run(["audit", "replay", "--into", demo.folder.path("rejoue.sqlite")], today: nil)
    #expect(replayed.text.contains("Même état que"))
    let log = demo.folder.path("journal.jsonl")
    try run(["audit", "export", "--output", log], today: nil)
    let again = try run(
      ["audit", "replay", "--log", log, "--into", demo.folder.path("encore.sqlite")], today: nil)
    #expect(again.text == replayed.lines.first.map { "\($0)\n" })
    // An edited log is refused.
    let edited = try String(contentsOf: URL(filePath: log), encoding: .utf8).replacing(
      "Module un", with: "Module deux")
    try demo.folder.write(edited, to: "faux.jsonl")
    let refused = try run(
      [
        "audit", "replay", "--log", demo.folder.path("faux.jsonl"), "--into", demo.folder.path("faux.sqlite"),
      ],
      today: nil, status: 1)
    #expect(refused.messages.contains("REVUE-011"))
  }

  @Test func theExamplesOfThePactsOnTheEmbeddedCorpus() throws {
    let text = try run(["modules", "--pact-examples"], today: "2026-10-01").text
    for example in [
      "Préparation de commandes + CACES", "Gros œuvre + CACES engins", "Chaudronnerie aéronautique",
      "Vente + tenue",
      "Tertiaire + outils", "Hôtellerie + anglais", "Habilitations du nucléaire", "Électricité + SST",
      "Transport + SST",
      "Services à la personne + SST",
    ] {
      #expect(text.contains("\n" + example), "\(example)")
    }
    // What is not found is explained.
    #expect(text.components(separatedBy: "non trouvé\n").dropFirst().allSatisfy { $0.hasPrefix("  – ") })
    #expect(text.components(separatedBy: "trouvé, rang").count > 5)
  }

  @Test func anOverrulingHoldsThroughAnalyses() throws {
    let json = try run(["modules", "--format", "json"], today: "2026-10-01").text
    let first = try #require(try Candidates(json: Data(json.utf8)).candidates.first)
    let family = try #require(first.families.first).family
    let code = first.certification.code
    let said = try run([
      "review", "overrule", code, family, "covered", "--note", "Vu au bloc 2", "--who", "Certificateur",
    ])
    #expect(said.text.contains("couverte"))
    let after = try Candidates(
      json: Data(try run(["modules", "--format", "json"], today: "2026-10-01").text.utf8))
    #expect(
      !after.candidates.contains {
        $0.certification.code == code && $0.families.contains { $0.family == family }
      })
    #expect(try run(["review", "list"], today: nil).text.contains("Vu au bloc 2"))
    try run(["review", "restore", code, family, "--note", "Essai", "--who", "Certificateur"])
    let restored = try Candidates(
      json: Data(try run(["modules", "--format", "json"], today: "2026-10-01").text.utf8))
    #expect(
      restored.candidates.contains {
        $0.certification.code == code && $0.families.contains { $0.family == family }
      })
  }

  @Test func whatCannotBeDoneIsSaid() throws {
    #expect(try run(["portfolio", "show", "absent"], today: nil, status: 1).messages.contains("REVUE-001"))
    #expect(
      try run(
        ["portfolio", "draw", "Ge !", "--region", "44", "--all-offers", "--who", "x", "--bootstrap", "0"],
        status: 1
      )
      .messages.contains("REVUE-012"))
    #expect(
      try run(["portfolio", "draw", "x", "--region", "Mars", "--who", "x"], status: 1).messages.contains(
        "Mars"))
    #expect(
      try run(["portfolio", "decide", "ge", "1", "approved", "--why", "x", "--who", "x"], status: 2).messages
        .contains("approved"))
    #expect(
      try run(["field", "withdraw", "zzz", "--why", "x", "--who", "x"], status: 1).messages.contains(
        "REVUE-001"))
    let page = try Program.run(["field", "questionnaire", "--title", "Branche <b>"]).text
    #expect(page.hasPrefix("<!doctype html>") && page.contains("Branche &lt;b&gt;"))
  }
}
