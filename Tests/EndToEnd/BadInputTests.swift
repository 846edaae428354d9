import Foundation
import TestSupport
import Testing

/// Every kind of bad input, through the program: what is wrong, where, what to do; and nothing good lost.
@Suite struct BadInputTests {
  private let folder: ScratchFolder
  private let store: String

  init() throws {
    folder = try ScratchFolder()
    store = folder.path("store.sqlite")
  }

  @Test func badOffersAreSetAsideAndGoodOnesKept() throws {
    let huge = String(repeating: "long ", count: 4 << 20)
    let lines = [
      offer("bon-1", "Le premier est bon."),
      #"{"id":"sans-date","title":"Cariste","description":"Préparer les commandes."}"#,
      #"{"title":"Cariste","description":"Sans identifiant.","created":"2026-01-15"}"#,
      offer("sans-texte", ""),
      offer("futur", "Un texte du futur.", created: "2031-01-01"),
      offer("rome", "Un métier inconnu.", rome: "Z9999"),
      offer("deux", "Première version du texte."),
      offer("deux", "Seconde version, autre texte."),
      offer("nul", "Un octet \0 nul."),
      offer("long", huge),
      String(offer("coupe", "Coupée au milieu.").prefix(50)),
      offer("bon-2", "Le dernier est bon."),
    ]
    let file = try folder.write(lines.joined(separator: "\n") + "\n", to: "offers.jsonl")
    let outcome = try add("offers", file)
    #expect(outcome.status == 0, "\(outcome.messages)")
    for (line, code) in [
      (2, "OFFRE-007"), (3, "OFFRE-005"), (4, "OFFRE-006"), (5, "OFFRE-009"), (6, "OFFRE-011"),
      (10, "OFFRE-010"), (11, "OFFRE-003"),
    ] {
      #expect(tells(outcome, "offers.jsonl, ligne \(line)\u{A0}:", code), "\(code): \(outcome.messages)")
    }
    let record = try journal()
    #expect(record.read == 12)
    #expect(record.quarantined == 5)
    #expect(record.ingested == 7)
    #expect(record.newVersions == 1)
    #expect(record.addsUp)
    #expect(try Doctor(store: store).counts["offer"] == 6)
    #expect(try Doctor(store: store).counts["quarantine"] == 5)
  }

  @Test func anImportThatKeepsNothingFails() throws {
    let lines = [offer("a", ""), offer("futur", "Un texte du futur.", created: "2031-01-01")]
    let file = try folder.write(lines.joined(separator: "\n") + "\n", to: "offers.jsonl")
    let outcome = try add("offers", file)
    #expect(outcome.status == 1)
    // What is wrong with the first one is told with it.
    #expect(tells(outcome, "offers.jsonl\u{A0}:", "IMPORT-001"), "\(outcome.messages)")
    #expect(outcome.messages.contains("ses 2 enregistrements sont tous mis de côté"), "\(outcome.messages)")
    #expect(outcome.messages.contains("Première raison [OFFRE-006]"), "\(outcome.messages)")
    #expect(try journal().quarantined == 2)
    // One good offer is enough, and so is one that is known already.
    let good = try folder.write((lines + [offer("bon", "Préparer.")]).joined(separator: "\n"), to: "b.jsonl")
    #expect(try add("offers", good).status == 0)
    #expect(try add("offers", good).status == 0)
  }

  @Test func latin1IsReadAndSaid() throws {
    let text = offer("latin", "Réception et expédition.")
    let file = URL(filePath: folder.path("latin.jsonl"))
    try #require(text.data(using: .isoLatin1)).write(to: file)
    let outcome = try add("offers", file.path)
    #expect(outcome.status == 0)
    #expect(tells(outcome, "latin.jsonl, ligne 1\u{A0}:", "OFFRE-004"), "\(outcome.messages)")
    #expect(try journal().ingested == 1)
  }

  @Test func filesThatCannotBeUsedStopTheImport() throws {
    let cases = [
      (try folder.write("id;intitule;date\n1;Cariste;2026-01-01\n", to: "columns.csv"), "OFFRE-014"),
      (try folder.write("", to: "empty.jsonl"), "OFFRE-002"),
      (folder.path("absent.jsonl"), "ENTREE-001"),
    ]
    for (file, code) in cases {
      let outcome = try add("offers", file)
      #expect(outcome.status == 1, "\(code)")
      #expect(tells(outcome, URL(filePath: file).lastPathComponent, code), "\(outcome.messages)")
      #expect(try journal().addsUp)
    }
  }

  @Test func whatPrecedesTheCutIsKept() throws {
    let lines = (0..<4000).map {
      offer("offre-\($0)", "Texte numéro \($0), \($0 &* 2_654_435_761 % 99_991).")
    }
    let plain = try folder.write(lines.joined(separator: "\n") + "\n", to: "offers.jsonl")
    let packed = URL(filePath: folder.path("packed.gz"))
    #expect(try Program.system(["gzip", "-c", plain], output: packed) == 0)
    let whole = try Data(contentsOf: packed)
    let cut = URL(filePath: folder.path("cut.jsonl.gz"))
    try whole.prefix(whole.count / 2).write(to: cut)
    let outcome = try add("offers", cut.path)
    #expect(outcome.status == 1)
    #expect(tells(outcome, "cut.jsonl.gz\u{A0}:", "ENTREE-003"), "\(outcome.messages)")
    let record = try journal()
    #expect(record.ingested > 500)
    #expect(record.addsUp)
    // The whole file then brings the rest.
    let again = try add("offers", packed.path)
    #expect(again.status == 0, "\(again.messages)")
    #expect(try Doctor(store: store).counts["offer"] == 4000)
  }

  @Test(.enabled(if: SharedData.isPresent)) func aCutArchiveLeavesTheOldTaxonomy() throws {
    let whole = try Data(contentsOf: SharedData.file("data/rome/rome-v460-csv.zip"))
    let cut = URL(filePath: folder.path("rome.zip"))
    try whole.prefix(whole.count / 3).write(to: cut)
    _ = try add("offers", try folder.write(offer("a", "Cariste en entrepôt.") + "\n", to: "a.jsonl"))
    let before = try Doctor(store: store).counts["competency"]
    let outcome = try add("taxonomy", cut.path)
    #expect(outcome.status == 1)
    #expect(tells(outcome, "rome.zip", "ENTREE-003"), "\(outcome.messages)")
    #expect(try Doctor(store: store).counts["competency"] == before)
  }

  @Test func certificationsWithoutBlocksAreKeptAndSaid() throws {
    let text =
      #"{"code":"RNCP1","intitule":"Sans bloc","niveau":"3","rome_2021":["N1101"],"blocs":[]}"# + "\n"
      + #"{"code":"RNCP2","intitule":"# + "\n"
    let outcome = try add("referential", try folder.write(text, to: "certifications.jsonl"))
    #expect(outcome.status == 0, "\(outcome.messages)")
    #expect(tells(outcome, "certifications.jsonl, ligne 1\u{A0}:", "CERTIF-007"), "\(outcome.messages)")
    #expect(tells(outcome, "certifications.jsonl, ligne 2\u{A0}:", "CERTIF-005"), "\(outcome.messages)")
    #expect(try Doctor(store: store).counts["certification"] == 1)
  }

  @Test func storesThatCannotBeUsedSayWhy() throws {
    let file = try folder.write(offer("a", "Cariste en entrepôt.") + "\n", to: "a.jsonl")
    let absent = try Program.run(["modules", "--store", store])
    #expect(absent.status == 1)
    #expect(absent.messages.contains("STORE-001"))

    #expect(try add("offers", file).status == 0)
    let newer = folder.path("newer.sqlite")
    try FileManager.default.copyItem(atPath: store, toPath: newer)
    // `user_version` of the SQLite header: four bytes, big-endian, at offset 60.
    let handle = try FileHandle(forUpdating: URL(filePath: newer))
    try handle.seek(toOffset: 60)
    try handle.write(contentsOf: Data([0, 0, 0x27, 0x0F]))
    try handle.close()
    let refused = try Program.run(["doctor", "--store", newer])
    #expect(refused.status == 1)
    #expect(refused.messages.contains("version plus récente"), "\(refused.messages)")

    let foreign = try folder.write("not a store, though long enough to look at", to: "foreign.sqlite")
    let outcome = try Program.run(["doctor", "--store", foreign])
    #expect(outcome.status == 1)
    #expect(outcome.messages.contains("STORE-002"))
    #expect(try String(contentsOfFile: foreign, encoding: .utf8).hasPrefix("not a store"))

    let nowhere = try Program.run(["import", "offers", file, "--store", folder.path("none/store.sqlite")])
    #expect(nowhere.status == 1)
    #expect(nowhere.messages.contains("STORE-008"), "\(nowhere.messages)")
  }

  @Test func aFullDiskStopsWithAMessageAndTheStoreStaysWhole() throws {
    let file = try folder.write(offer("a", "Cariste en entrepôt.") + "\n", to: "a.jsonl")
    let output = URL(filePath: folder.path("full.txt"))
    // A limit on the size of files is what a full disk looks like without filling one.
    let command = "trap '' XFSZ; ulimit -f 400; exec \"$0\" import offers \"$1\" --store \"$2\" 2>&1"
    let status = try Program.system(["bash", "-c", command, Program.url.path, file, store], output: output)
    #expect(status == 1)
    #expect(try String(contentsOf: output, encoding: .utf8).contains("STORE-"))
    let outcome = try add("offers", file)
    #expect(outcome.status == 0, "\(outcome.messages)")
    #expect(try Doctor(store: store).ok)
  }

  @Test func anEmptyStoreGivesNoCandidateAndSaysWhatIsMissing() throws {
    _ = try add("offers", try folder.write(offer("a", "Cariste en entrepôt.") + "\n", to: "a.jsonl"))
    let outcome = try Program.run(["modules", "--store", store, "--format", "json", "--today", "2026-11-21"])
    #expect(outcome.status == 0)
    let modules = try Candidates(json: outcome.output)
    #expect(modules.candidates.isEmpty)
    #expect(modules.warnings.contains { $0.contains("ANALYSE-001") })
  }

  @Test func aLineThatCannotBeExtractedIsNamedAndTheOthersAnswered() throws {
    let text = #"{"id":"a","title":"x""# + "\n" + offer("b", "CACES R489 exigé.") + "\n"
    let input = URL(filePath: try folder.write(text, to: "lines.jsonl"))
    let outcome = try Program.run(["extract"], input: input)
    #expect(outcome.status == 1)
    #expect(outcome.messages.contains("ligne 1"))
    #expect(outcome.lines.count == 1)
    #expect(outcome.text.contains(#""id":"b""#))
  }

  // MARK: Helpers

  private func add(_ kind: String, _ file: String) throws -> Program.Outcome {
    try Program.run(["import", kind, file, "--store", store, "--today", "2026-11-21"])
  }

  /// The last import of the store.
  private func journal() throws -> Doctor.Import { try #require(try Doctor(store: store).imports.last) }

  /// Whether one message names the place and the code, and ends with advice.
  private func tells(_ outcome: Program.Outcome, _ place: String, _ code: String) -> Bool {
    outcome.messages.split(separator: "\n").contains { $0.contains(place) && $0.contains("[\(code)]") }
  }

  private func offer(
    _ id: String, _ text: String, created: String = "2026-01-15", rome: String = "N1101"
  ) -> String {
    #"{"id":"\#(id)","title":"Cariste","description":"\#(text)","created":"\#(created)","rome_code":"\#(rome)"}"#
  }
}
