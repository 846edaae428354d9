import Foundation
import TestSupport
import Testing

/// `signals`, `terms`, `neighbours`, `obsolescence` and `import tension` through the program, with bad input.
@Suite struct SignalsTests {
  private let folder: ScratchFolder
  private let store: String

  private static let windows = ["--window", "2024", "--reference", "2023"]

  init() throws {
    folder = try ScratchFolder()
    store = folder.path("store.sqlite")
  }

  /// Two years of offers of two trades; the CACES R489 is asked for by 10 % of the first, then by 40 %.
  private func fill() throws {
    var lines: [String] = []
    for year in [2023, 2024] {
      for number in 0..<240 {
        let asks = number % 20 < (year == 2023 ? 2 : 8)
        let trade = number % 3 == 0
        let text =
          trade
          ? "Vos missions :\\n- Faire le service en salle.\\n- Encaisser les clients de la table \(number * 13 % 97)."
          : "Vos missions :\\n- Préparer les commandes de l’allée \(number * 7919 % 997).\\n"
            + (asks ? "Profil :\\nCACES R489 catégorie 1 exigé." : "Profil :\\nRigueur.")
        lines.append(
          "{\"id\":\"\(year)-\(number)\",\"title\":\"\(trade ? "Serveur" : "Préparateur de commandes")\","
            + "\"description\":\"\(text)\",\"rome_code\":\"\(trade ? "G1803" : "N1103")\","
            + "\"company\":\"Employeur \(number / 2)\",\"commune\":\"\(number % 2 == 0 ? "67482" : "68224")\","
            + "\"naf\":\"52.29B\",\"date_created\":\"\(year)-\(String(format: "%02d", 1 + number % 12))-10\"}"
        )
      }
    }
    let outcome = try Program.run(
      ["import", "offers", "--store", store, "--today", "2025-06-30"]
        + [try folder.write(lines.joined(separator: "\n"), to: "o.jsonl")])
    #expect(outcome.status == 0, "\(outcome.messages)")
  }

  private func run(_ arguments: String...) throws -> Program.Outcome {
    try Program.run(arguments + ["--store", store])
  }

  @Test func signalsHaveTheLayoutOfTheDocument() throws {
    try fill()
    let outcome = try Program.run(["signals", "--store", store, "--format", "json"] + Self.windows)
    #expect(outcome.status == 0, "\(outcome.messages)")
    let document = try #require(
      try JSONSerialization.jsonObject(with: outcome.output) as? [String: Any])
    #expect(Set(document.keys) == ["fingerprint", "releases", "warnings", "rows"])
    let rows = try #require(document["rows"] as? [[String: Any]])
    let keys: Set = [
      "family", "label", "codes", "class", "offers_reference", "offers_recent", "share_reference",
      "share_recent", "within", "mix", "odds_ratio", "interval", "q", "employers", "warnings",
    ]
    for row in rows { #expect(Set(row.keys) == keys) }
    let caces = try #require(rows.first { ($0["label"] as? String)?.contains("R489") == true })
    #expect(caces["class"] as? String == "growing")
    // The command a row prints lists its offers, with the sentence that counts.
    let family = try #require(caces["family"] as? String)
    let table = try Program.run(["signals", "--store", store] + Self.windows)
    #expect(table.text.contains("--offers") && table.text.contains("Empreinte"))
    let offers = try Program.run(["signals", "--store", store, "--offers", family] + Self.windows)
    #expect(offers.status == 0 && offers.text.contains("CACES R489 catégorie 1 exigé"))
    let regions = try Program.run(
      ["signals", "--store", store, "--by", "region", "--format", "csv"] + Self.windows)
    #expect(regions.status == 0 && regions.text.contains("famille"))
    let csv = try Program.run(
      ["signals", "--store", store, "--territory", "departement:67", "--format", "csv"] + Self.windows)
    #expect(csv.status == 0 && csv.text.contains("part_lissee"), "\(csv.messages)")
  }

  @Test func countsAreCarriedToAnotherRelease() throws {
    try fill()
    let own = "ROME 4.60 (extrait)"
    let folderOfROME = SharedData.packageRoot.appending(path: "taxonomy-data/rome")
    let later = folder.path("plus-tard")
    try FileManager.default.copyItem(atPath: folderOfROME.path, toPath: later)
    let same = try Program.run(
      ["taxonomy", "migrate", own, later, "--demand", "--full-detail", "--format", "json", "--store", store])
    #expect(same.status == 0, "\(same.messages)")
    let whole = try #require(try JSONSerialization.jsonObject(with: same.output) as? [String: Any])
    #expect(whole["share"] as? Double == 1 && (whole["lost"] as? [Any])?.isEmpty == true)
    let rows = try #require(whole["carried"] as? [[String: Any]])
    let caces = try #require(
      rows.first { (($0["from"] as? [[String: Any]])?.first?["label"] as? String)?.contains("R489") == true })
    // The second year repeats texts of the first: a near-duplicate counts once.
    #expect((caces["counts"] as? [String: Int])?["offres"] == 64, "\(caces)")

    // The later release has lost an item that offers ask for.
    let alone = try #require(rows.first { ($0["items"] as? [[String: Any]])?.count == 1 })
    let item = try #require((alone["items"] as? [[String: Any]])?.first?["code"] as? String)
    for name in try FileManager.default.contentsOfDirectory(atPath: later) where name.hasSuffix(".csv") {
      let path = later + "/" + name
      let lines = try String(contentsOfFile: path, encoding: .utf8).split(
        separator: "\n", omittingEmptySubsequences: false)
      try lines.filter { !$0.hasPrefix("\"\(item)\"") }.joined(separator: "\n")
        .write(toFile: path, atomically: true, encoding: .utf8)
    }
    let signals = folder.path("signaux.csv")
    #expect(
      try Program.run(
        ["signals", "--store", store, "--full-detail", "--format", "csv", "--output", signals] + Self.windows
      ).status == 0)
    let carried = try Program.run(
      ["taxonomy", "migrate", own, later, "--counts", signals, "--format", "csv", "--store", store])
    #expect(carried.status == 0, "\(carried.messages)")
    #expect(carried.messages.isEmpty, "\(carried.messages)")
    let lost = carried.text.split(whereSeparator: \.isNewline).filter { $0.contains("non reporté") }
    #expect(lost.count == 1 && lost[0].contains(item), "\(lost)")
    let text = try Program.run(["taxonomy", "migrate", own, later, "--demand", "--store", store])
    #expect(text.status == 0 && text.text.contains("# Non reporté") && text.text.contains("non ("))

    // Counts of one release are not taken for those of another.
    let wrong = try Program.run(["taxonomy", "migrate", later, own, "--counts", signals, "--store", store])
    #expect(wrong.status == 1 && wrong.messages.contains(own), "\(wrong.messages)")
    let unread = try Program.run(["taxonomy", "migrate", later, own, "--demand", "--store", store])
    #expect(unread.status == 1 && unread.messages.contains(own), "\(unread.messages)")
    let misused = try Program.run(["taxonomy", "migrate", own, later, "--format", "csv", "--store", store])
    #expect(misused.status == 2)
  }

  @Test func aSectorMayBeOfAnyLevel() throws {
    try fill()
    for sector in ["H", "52", "52.2", "52.29", "52.29B"] {
      let outcome = try Program.run(["signals", "--store", store, "--sector", sector] + Self.windows)
      #expect(outcome.status == 0 && outcome.text.contains("secteur \(sector)"), "\(outcome.messages)")
    }
    let other = try Program.run(["signals", "--store", store, "--sector", "G"] + Self.windows)
    #expect(other.status == 1 && other.messages.contains("SIGNAL-001"), "\(other.messages)")
    let none = try Program.run(["signals", "--store", store, "--sector", "Z"] + Self.windows)
    #expect(none.status == 1 && none.messages.contains("SIGNAL-002"), "\(none.messages)")
  }

  @Test func aPerimeterCountsTheOffersOfItsTerritories() throws {
    try fill()
    let file = try folder.write(
      """
      filieres:
        - id: logistique-essai
          nom: Logistique d’essai
          metiers: [N1103]
      perimetres:
        - id: nord
          nom: COT Nord
          communes: [67482.0]
          departements: ["67"]
        - id: tout
          nom: Alsace
          communes: ["67482", "68224"]
      """, to: "p.yaml")
    /// Offers of the recent year that ask for the CACES, with a perimeter or otherwise.
    func asking(_ options: String...) throws -> Int {
      let outcome = try Program.run(
        ["signals", "--store", store, "--format", "json", "--full-detail"] + Self.windows + options)
      #expect(outcome.status == 0, "\(outcome.messages)")
      let document = try JSONSerialization.jsonObject(with: outcome.output) as? [String: Any]
      let rows = document?["rows"] as? [[String: Any]] ?? []
      let caces = rows.first { ($0["label"] as? String)?.contains("R489") == true }
      return try #require(caces?["offers_recent"] as? Int)
    }
    let north = try asking("--perimeters", file, "--perimeter", "nord")
    #expect(try asking("--territory", "departement:67") == north)
    #expect(try asking("--perimeters", file, "--perimeter", "Alsace") == asking())
    #expect(
      try asking("--perimeters", file, "--filiere", "logistique-essai") == asking("--occupation", "N1103"))
    let table = try run(
      "signals", "--window", "2024", "--reference", "2023", "--perimeters", file, "--perimeter", "nord")
    #expect(table.text.contains("périmètre COT Nord") && table.text.contains("--perimeter nord"))
    let unknown = try run(
      "signals", "--window", "2024", "--reference", "2023", "--perimeters", file, "--perimeter", "sud")
    #expect(unknown.status != 0 && unknown.messages.contains("nord, tout"))
    let alone = try run("analyse", "--perimeter", "nord")
    #expect(alone.status != 0 && alone.messages.contains("--perimeters"))
    let analysis = try run("analyse", "--perimeters", file, "--perimeter", "nord")
    #expect(analysis.status == 0 && analysis.messages.contains("COT Nord"), "\(analysis.messages)")
  }

  @Test func theOtherViewsAnswerInThreeForms() throws {
    try fill()
    let table = try folder.write("annee,ROME,REG,met,xmet\n2024,N1103,44,100,60\n", to: "bmo.csv")
    #expect(try Program.run(["import", "tension", "--store", store, table]).status == 0)
    let tense = try Program.run(["signals", "--store", store, "--occupation", "N1103"] + Self.windows)
    #expect(tense.text.contains("Tension (enquête BMO 2024, France)") && tense.text.contains("60\u{A0}%"))
    for format in ["table", "csv", "json"] {
      let near = try run("neighbours", "--occupation", "N1103", "--format", format)
      #expect(near.status == 0, "\(near.messages)")
      let faded = try Program.run(["obsolescence", "--store", store, "--format", format] + Self.windows)
      #expect(faded.status == 0, "\(faded.messages)")
      let terms = try Program.run(["terms", "--store", store, "--format", format] + Self.windows)
      #expect(terms.status == 0, "\(terms.messages)")
      if format == "json" {
        for outcome in [near, faded, terms] {
          #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: outcome.output) }
        }
      }
    }
  }

  /// As the files come: Latin-1, semicolons, thousands apart, secret cells, codes of both nomenclatures of the FAP.
  @Test func tensionOfFamiliesOfProfessionsStandsBesideSignals() throws {
    try fill()
    let head = "Année;Code métier BMO;Nom métier BMO;REG;Dept;BE23;met;xmet;smet\n"
    let table = try folder.write("", to: "bmo.csv")
    let latin = try #require(
      (head + "2024;J0X40;Ouvriers de l’emballage, préparés;44;67;4401;1 200;600;s\n"
        + "2024;J0X40;Ouvriers de l’emballage, préparés;44;67;4402;s;s;s\n"
        + "2024;J0X40;Ouvriers de l’emballage, préparés;44;67;4402;10;5;0\n"
        + "2024;J0X40;Ouvriers de l’emballage, préparés;44;68;4403;10;50;0\n")
        .replacing("’", with: "'").data(using: .isoLatin1))
    try latin.write(to: URL(filePath: table))
    let passage = try folder.write(
      "value  $FAP9RSQ\n\"N1103\" = \"J0Z40\"\n", to: "passage_fap2009_romev3.txt")
    let outcome = try Program.run(["import", "tension", "--store", store, table, passage])
    // Two lines are set aside, the others stay.
    #expect(
      outcome.messages.contains("TENSION-003") && outcome.messages.contains("ligne 4"), "\(outcome.messages)")
    #expect(outcome.messages.contains("TENSION-004"), "\(outcome.messages)")
    let signals = try Program.run(
      ["signals", "--store", store, "--occupation", "N1103", "--territory", "region:44"] + Self.windows)
    #expect(signals.text.contains("Tension (enquête BMO 2024"), "\(signals.text)")
    #expect(signals.text.contains("50\u{A0}%"), "\(signals.text)")

    let dares = try folder.write(
      "annee,FAP2021,Libellé FAP,Region,Tension\n2024,J0Z40,Ouvriers,,\"0,75\"\n2024,Q9Z99,Autres,,nd\n",
      to: "dares.csv")
    let table2021 = try folder.write(
      "FAP2021;ROME\nJ0Z40;N1103\nJ0Z40;n’importe\n", to: "passage-fap2021.csv")
    let second = try Program.run(["import", "tension", "--store", store, dares, table2021])
    #expect(second.messages.contains("TENSION-002"), "\(second.messages)")
    let both = try Program.run(["signals", "--store", store, "--occupation", "N1103"] + Self.windows)
    #expect(both.text.contains("BMO 2024") && both.text.contains("Dares 2024"), "\(both.text)")
  }

  /// One offer is data, too few to say anything.
  @Test func oneOfferIsNotEnough() throws {
    let one =
      #"{"id":"1","title":"Préparateur","description":"CACES R489 exigé.","rome_code":"N1103","#
      + #""company":"A","commune":"67482","date_created":"2024-03-10"}"#
    let imported = try Program.run([
      "import", "offers", "--store", store, "--today", "2025-06-30", try folder.write(one, to: "un.jsonl"),
    ])
    #expect(imported.status == 0, "\(imported.messages)")
    for command in ["signals", "obsolescence", "terms"] {
      let outcome = try Program.run([command, "--store", store] + Self.windows)
      #expect(outcome.status == 1, "\(command): \(outcome.text)")
      #expect(outcome.messages.contains("SIGNAL-001") && outcome.messages.contains("2024-03"))
    }
    let near = try run("neighbours", "--occupation", "N1103")
    #expect(near.status == 1 && near.messages.contains("SIGNAL-004"))
    let none = try Program.run(["import", "tension", "--store", store, folder.path("absent.csv")])
    #expect(none.status == 1 && none.messages.contains("absent.csv"), "\(none.messages)")
    let empty = try Program.run([
      "import", "tension", "--store", store, try folder.write("", to: "vide.csv"),
    ])
    #expect(empty.status == 1 && empty.messages.contains("vide.csv"), "\(empty.messages)")
  }

  @Test func badInputIsSaid() throws {
    try fill()
    func refuses(_ arguments: [String], _ status: Int32, _ words: String...) throws {
      let outcome = try Program.run(arguments + ["--store", store])
      #expect(outcome.status == status, "\(arguments): \(outcome.text) \(outcome.messages)")
      for word in words { #expect(outcome.messages.contains(word), "\(arguments): \(outcome.messages)") }
    }
    let w = Self.windows
    try refuses(["signals", "--territory", "region:999"] + w, 1, "SIGNAL-002", "region:999")
    try refuses(["signals", "--territory", "canton:1"] + w, 1, "SIGNAL-002", "Niveaux")
    try refuses(["signals", "--sector", "04"] + w, 1, "SIGNAL-002", "NAF")
    try refuses(["signals", "--sector", "commerce"] + w, 1, "SIGNAL-002")
    try refuses(["signals", "--filiere", "astronautique"] + w, 1, "SIGNAL-002", "Filières")
    try refuses(["signals", "--occupation", "Z9999"] + w, 1, "SIGNAL-002")
    try refuses(["signals", "--offers", "nulle-part"] + w, 1, "SIGNAL-003")
    try refuses(["signals", "--window", "2023", "--reference", "2024"], 2, "précéder")
    try refuses(["signals", "--window", "2024", "--reference", "2024"], 2, "chevauchent")
    try refuses(["signals", "--window", "hier", "--reference", "2024"], 2, "période")
    try refuses(
      ["signals", "--window", "2011", "--reference", "2010"], 1, "SIGNAL-001", "2023-01", "2024-12")
    try refuses(["terms", "--window", "2011", "--reference", "2010"], 1, "SIGNAL-001")
    try refuses(["obsolescence", "--window", "2011", "--reference", "2010"], 1, "SIGNAL-001")
    for command in ["terms", "obsolescence"] {
      try refuses([command, "--territory", "region:999"] + w, 1, "SIGNAL-002", "region:999")
      try refuses([command, "--sector", "commerce"] + w, 1, "SIGNAL-002")
      try refuses([command, "--filiere", "astronautique"] + w, 1, "SIGNAL-002", "Filières")
      try refuses([command, "--occupation", "Z9999"] + w, 1, "SIGNAL-002")
      try refuses([command, "--window", "2023", "--reference", "2024"], 2, "précéder")
      try refuses([command, "--window", "2024-13", "--reference", "2023"], 2, "période")
      try refuses([command, "--window", "2024-06..2024-01", "--reference", "2023"], 2, "période")
    }
    try refuses(["neighbours", "--occupation", "N1103", "--territory", "region:999"], 1, "SIGNAL-002")
    try refuses(["neighbours", "--occupation", "chef"], 2, "code ROME")
    try refuses(["neighbours", "--occupation", "M1805"], 1, "SIGNAL-004")
    try refuses(["import", "tension", try folder.write("a;b\n1;2\n", to: "t.csv")], 1, "TENSION-001")
  }

  @Test func anEmptyStoreSaysSo() throws {
    let taxonomy = try Program.run([
      "import", "offers", "--store", store, try folder.write("{\"id\":\"1\"}\n", to: "vide.jsonl"),
    ])
    // Its one record has no text: the import says so and fails.
    #expect(taxonomy.status == 1 && taxonomy.messages.contains("IMPORT-001"), "\(taxonomy.messages)")
    for command in ["signals", "terms", "obsolescence"] {
      let outcome = try Program.run([command, "--store", store] + Self.windows)
      #expect(outcome.status == 1 && outcome.messages.contains("SIGNAL-001"), "\(outcome.messages)")
    }
    let near = try run("neighbours", "--occupation", "N1103")
    #expect(near.status == 1 && near.messages.contains("SIGNAL-004"))
  }
}
