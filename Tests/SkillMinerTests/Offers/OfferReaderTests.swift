import Foundation
import SkillMiner
import Taxonomy
import Testing

@Suite struct OfferReaderTests {
  /// What a reader makes of some bytes.
  struct Outcome {
    var offers: [JobOffer] = []
    var places: [RecordPlace] = []
    var warnings: [Finding] = []
    var quarantined: [(finding: Finding, raw: [UInt8])] = []
    var summary = OfferReader.Summary()
    var codes: [String] { (warnings + quarantined.map(\.finding)).map(\.code) }
  }

  private func read(
    _ bytes: [UInt8], columns: [String: String] = [:], known: Set<ROMECode>? = nil, chunk: Int = .max,
    recordLimit: Int = 32 << 20
  ) throws -> Outcome {
    var outcome = Outcome()
    let today = try #require(CalendarDate("2025-06-15"))
    let reader = OfferReader(
      today: today, columns: columns, knownOccupations: known, recordLimit: recordLimit)
    var position = 0
    let member = InputMember(name: "test.jsonl") { buffer in
      let n = min(buffer.count, chunk, bytes.count - position)
      bytes.withUnsafeBytes { buffer.copyMemory(from: .init(rebasing: $0[position..<position + n])) }
      position += n
      return n
    }
    outcome.summary = try reader.read(member) { record in
      switch record {
      case .offer(let offer, let place, let warnings):
        outcome.offers.append(offer)
        outcome.places.append(place)
        outcome.warnings += warnings
      case .quarantined(let finding, let raw): outcome.quarantined.append((finding, raw))
      }
    }
    #expect(outcome.summary.read == outcome.offers.count + outcome.quarantined.count)
    return outcome
  }

  private func read(_ text: String, columns: [String: String] = [:], known: Set<ROMECode>? = nil) throws
    -> Outcome
  {
    try read(Array(text.utf8), columns: columns, known: known)
  }

  private let good = #"{"id":"1","title":"Cariste","description":"Conduire","date_created":"2025-01-02"}"#

  // MARK: - Encodings

  @Test func textsEncodedTwiceArePutRightAndTold() throws {
    func twice(_ text: String) throws -> String {
      // What a program makes of UTF-8 that it takes for Windows-1252.
      try #require(String(data: Data(text.utf8), encoding: .isoLatin1))
    }
    let meant = "Préparateur « à l’année », 38 000 € – œuvre"
    let outcome = try read(
      #"{"id":"1","title":"\#(try twice(meant))","description":"Conduire l’engin","date_created":"2025-01-02","company":"CafÃ© ZoÃ«","formations":["BÃ¢timent"]}"#
    )
    let offer = try #require(outcome.offers.first)
    #expect(offer.title == meant && offer.description == "Conduire l’engin")
    #expect(offer.employer == "Café Zoë" && offer.trainings == ["Bâtiment"])
    #expect(outcome.codes == ["OFFRE-020"])
    #expect(outcome.warnings.first?.message.contains("title, company, formations") == true)
    // A last letter of which trimming took the second half.
    let cut = try read(
      #"{"id":"1","title":"DÃ©lÃ©guÃ© Ã\#u{A0}","description":"Conduire","date_created":"2025-01-02"}"#)
    #expect(cut.offers.first?.title == "Délégué à")
  }

  @Test func whatIsMixedStaysAndIsTold() throws {
    let outcome = try read(
      #"{"id":"1","title":"Cariste confirmé","description":"Vous Ãªtes préparé.","date_created":"2025-01-02"}"#
    )
    #expect(outcome.offers.first?.description == "Vous Ãªtes préparé.")
    #expect(outcome.codes == ["OFFRE-021"])
  }

  @Test(arguments: [
    "SÃO PAULO", "CHÂTEAU-RENÂRD", "pâte à pain, « très » bonne…", "Ångström", "l’âge d’or", "prêt-à-porter",
    "Â", "Ã", "maître d’œuvre à Nîmes",
  ]) func textsThatAreRightStay(_ text: String) throws {
    let outcome = try read(
      #"{"id":"1","title":"\#(text)","description":"\#(text) conduire","date_created":"2025-01-02"}"#)
    #expect(outcome.offers.first?.title == text && outcome.codes.isEmpty)
  }

  // MARK: - Layouts

  @Test func readsLines() throws {
    let outcome = try read(good + "\n\n" + good + "\r\n")
    #expect(outcome.offers.map(\.title) == ["Cariste", "Cariste"])
    #expect(outcome.places.map(\.line) == [1, 3])
    #expect(outcome.codes.isEmpty)
  }

  private let franceTravail = #"""
    {"filtresPossibles":[{"filtre":"typeContrat","agregation":[]}],
     "resultats": [
      {"id":"A1","intitule":"Pr\u00e9parateur","description":"Pr\u00e9parer \"}]\" &amp; ranger","dateCreation":"2025-03-04T05:06:07.000Z",
       "lieuTravail":{"libelle":"51 - REIMS","latitude":49.25,"longitude":4.03,"codePostal":"51100","commune":"51454"},
       "romeCode":"N1103","romeLibelle":"Magasinage","appellationlibelle":"Préparateur de commandes",
       "entreprise":{"nom":"Exemple","description":"Leader"},"typeContrat":"CDI","experienceLibelle":"1 an","nombrePostes":2,
       "formations":[{"niveauLibelle":"CAP","domaineLibelle":"logistique","exigence":"E"}],
       "langues":[{"libelle":"Anglais","exigence":"S"}],"permis":[{"libelle":"B - Véhicule léger","exigence":"E"}],
       "competences":[{"code":"300645","libelle":"Préparer une commande","exigence":"E"},{"libelle":"Trier","exigence":"S"}],
       "qualitesProfessionnelles":[{"libelle":"Rigueur","description":"…"}],"codeNAF":"52.10B","secteurActiviteLibelle":"Entreposage",
       "contact":{"nom":"Mme Secret","courriel":"secret@exemple.fr"},"agence":{"telephone":"0600000000"},
       "origineOffre":{"origine":"1","urlOrigine":"https://exemple.fr/A1"}},
      {"id":"A2","intitule":"Cariste","description":"Conduire","dateCreation":"2025-03-05T00:00:00Z"}
     ]}
    """#

  @Test(arguments: [1, 7, Int.max]) func readsFranceTravail(chunk: Int) throws {
    let outcome = try read(Array(franceTravail.utf8), chunk: chunk)
    #expect(outcome.offers.map(\.id) == ["A1", "A2"])
    #expect(outcome.places.map(\.line) == [3, 13])
    let offer = try #require(outcome.offers.first)
    #expect(offer.source == "france-travail")
    #expect(offer.description == "Préparer \"}]\" & ranger")
    #expect(offer.created == CalendarDate("2025-03-04"))
    #expect(offer.place == "51 - REIMS")
    #expect(offer.commune == "51454")
    #expect(offer.latitude == 49.25)
    #expect(offer.occupation == ROMECode("N1103"))
    #expect(offer.employer == "Exemple")
    #expect(offer.positions == 2)
    #expect(offer.declared.map(\.required) == [true, false])
    #expect(offer.declared.first?.code == OGRCode("300645"))
    #expect(offer.softSkills == ["Rigueur"])
    #expect(offer.trainings == ["CAP, logistique"])
    #expect(offer.languages == ["Anglais"])
    #expect(offer.licences == ["B - Véhicule léger"])
    #expect(offer.url == "https://exemple.fr/A1")
    #expect(!"\(offer)".contains("Secret") && !"\(offer)".contains("0600000000"))
  }

  @Test func readsArraysAndSeveralAnswers() throws {
    #expect(try read("[\(good),\n\(good)]").offers.count == 2)
    #expect(try read("{\"resultats\":[\(good)]}\n{\"resultats\":[\(good)]}").offers.count == 2)
    #expect(
      try read("{\n  \"id\": \"1\",\n  \"description\": \"x\"\n}\n{\n \"id\":\"2\",\n \"description\":\"y\"}")
        .offers.count == 2)
  }

  @Test func readsTables() throws {
    let text =
      "ref;intitule;texte;permis;date_creation\r\n7;Cariste;\"Conduire ;\nranger\";B|C;02/01/2025\r\n8;X;;;\r\n9;Y\r\n"
    let outcome = try read(text, columns: ["id": "ref", "description": "texte"])
    #expect(outcome.offers.map(\.id) == ["7"])
    #expect(outcome.offers.first?.description == "Conduire ;\nranger")
    #expect(outcome.offers.first?.licences == ["B", "C"])
    #expect(outcome.offers.first?.created == CalendarDate("2025-01-02"))
    #expect(outcome.quarantined.map(\.finding.code) == ["OFFRE-006", "CSV-003"])
    #expect(outcome.quarantined.map(\.finding.line) == [4, 5])
  }

  @Test(arguments: [["description": "absente"], ["inconnu": "a"], [:]])
  func aMissingColumnIsNamed(columns: [String: String]) throws {
    let error = #expect(throws: ReadingError.self) { try read("id;a\n1;b\n", columns: columns) }
    #expect(error?.finding.code == "OFFRE-014")
    #expect(error?.finding.line == 1)
  }

  // MARK: - Bad input

  @Test func aLineCutInTheMiddleIsSetAside() throws {
    let outcome = try read(good + "\n" + good.prefix(40) + "\n" + good + "\n" + good.prefix(20))
    #expect(outcome.offers.count == 2)
    #expect(outcome.quarantined.map(\.finding.code) == ["OFFRE-003", "OFFRE-003"])
    #expect(outcome.quarantined.map(\.finding.line) == [2, 4])
    #expect(outcome.quarantined.first?.raw == Array(good.utf8.prefix(40)))
  }

  @Test(arguments: [20, 45]) func anArrayCutInTheMiddleKeepsItsNeighbours(length: Int) throws {
    let outcome = try read(
      "{\"resultats\":[\n\(good),\n\(good.prefix(length))\n\(good),\n\(good.prefix(length))")
    #expect(outcome.offers.count == 2)
    #expect(outcome.quarantined.map(\.finding.code) == ["OFFRE-003", "OFFRE-003"])
    #expect(outcome.quarantined.map(\.finding.line) == [3, 5])
  }

  @Test func anArrayWithoutItsEndIsSaid() throws {
    let outcome = try read("{\"resultats\":[\(good),")
    #expect(outcome.offers.count == 1)
    #expect(outcome.summary.findings.map(\.code) == ["OFFRE-016"])
  }

  @Test func latin1IsReadWithAWarning() throws {
    let text = #"{"id":"1","title":"Pr?parateur","description":"Qualit?","date_created":"2025-01-02"}"#
    let outcome = try read(text.utf8.map { $0 == 0x3F ? 0xE9 : $0 })
    #expect(outcome.offers.map(\.title) == ["Préparateur"])
    #expect(outcome.codes == ["OFFRE-004"])
  }

  @Test func whatIsMissingIsSaid() throws {
    let outcome = try read(
      """
      {"title":"Sans identifiant","description":"Texte","date_created":"2025-01-02"}
      {"id":"2","title":"Sans texte","description":" &nbsp; ","date_created":"2025-01-02"}
      {"id":"3","title":"Sans date","description":"Texte"}
      {"id":"4","title":"Date illisible","description":"Texte","date_created":"hier"}
      {"id":"5","title":"Demain","description":"Texte","date_created":"2025-06-16"}
      {"id":"6","description":"Sans titre","date_created":"2025-06-15"}
      [1]
      """)
    #expect(outcome.quarantined.map(\.finding.code) == ["OFFRE-005", "OFFRE-006", "OFFRE-009", "OFFRE-003"])
    #expect(outcome.quarantined.map(\.finding.line) == [1, 2, 5, 7])
    #expect(outcome.quarantined.allSatisfy { !$0.finding.advice.isEmpty && !$0.raw.isEmpty })
    #expect(outcome.warnings.map(\.code) == ["OFFRE-007", "OFFRE-008", "OFFRE-015"])
    #expect(outcome.offers.map(\.created) == [nil, nil, CalendarDate("2025-06-15")])
  }

  @Test func anUnknownOccupationIsLeftOut() throws {
    let lines = ["N1103", "n1103", "Z9999", "N9999"].enumerated().map { index, code in
      #"{"id":"\#(index)","title":"t","description":"d","date_created":"2025-01-02","rome_code":"\#(code)"}"#
    }
    let known = try #require(ROMECode("N1103"))
    let outcome = try read(lines.joined(separator: "\n"), known: [known])
    #expect(outcome.offers.map(\.occupation) == [known, known, nil, nil])
    #expect(outcome.codes == ["OFFRE-011", "OFFRE-011"])
  }

  @Test func aDescriptionOf20MegabytesIsSetAside() throws {
    let long = String(repeating: "Trier et ranger. ", count: 20_000_000 / 17)
    let bad = #"{"id":"9","title":"t","description":"\#(long)","date_created":"2025-01-02"}"#
    for text in [bad + "\n" + good, "[\(bad),\(good)]"] {
      let outcome = try read(text)
      #expect(outcome.offers.count == 1)
      #expect(outcome.codes == ["OFFRE-010"])
      #expect(outcome.quarantined.first?.raw.count == 65_536)
    }
  }

  @Test(arguments: [0, 1, 40_000]) func aRecordBeyondMemoryIsSkipped(extra: Int) throws {
    let limit = 100_000
    let long = String(repeating: "x", count: limit + extra * 20)
    let bad = #"{"id":"9","title":"t","description":"\#(long)"}"#
    for text in [bad + "\n" + good, "[\(bad),\n\(good)]"] {
      for chunk in [1_000, Int.max] {
        let outcome = try read(Array(text.utf8), chunk: chunk, recordLimit: limit)
        #expect(outcome.offers.map(\.id) == ["1"])
        #expect(outcome.places.map(\.line) == [2])
        #expect(outcome.quarantined.map(\.finding.line) == [1])
      }
    }
  }

  @Test func zeroBytesAndHalfCharactersAreCleaned() throws {
    let lines = [
      #"{"id":"1","title":"a\u0000b","description":"Tri\ud83d","date_created":"2025-01-02"}"#,
      "{\"id\":\"2\",\"title\":\"a\u{0}b\",\"description\":\"Tri\ter\",\"date_created\":\"2025-01-02\"}",
      #"{"id":"3","title":"\ud83d\ude00","description":"Tri","date_created":"2025-01-02"}"#,
    ]
    let outcome = try read(lines.joined(separator: "\n"))
    #expect(outcome.offers.map(\.title) == ["ab", "a b", "😀"])
    #expect(outcome.offers.map(\.description) == ["Tri\u{FFFD}", "Tri er", "Tri"])
    #expect(outcome.codes == ["OFFRE-012", "OFFRE-012"])
  }

  @Test(arguments: [("", "OFFRE-002"), (" \n\n", "OFFRE-002"), ("[]", "OFFRE-002"), ("bonjour", "OFFRE-001")])
  func anInputWithoutOffersIsRefused(text: String, code: String) throws {
    let error = #expect(throws: ReadingError.self) { try read(text) }
    #expect(error?.finding.code == code)
  }

  @Test func contactDataIsRedactedBeforeAnythingElse() throws {
    let outcome = try read(
      #"{"id":"1","title":"Cariste 0612345678","description":"<p>CV à rh&#64;exemple.fr</p>","date_created":"2025-01-02","url":"mailto:rh@exemple.fr"}"#
    )
    let offer = try #require(outcome.offers.first)
    #expect(offer.title == "Cariste [téléphone]")
    #expect(offer.description == "CV à [courriel]\n")
    #expect(offer.url == nil)
  }

  @Test(arguments: 0..<30 as Range<UInt64>)
  func anyBytesAreAccepted(seed: UInt64) throws {
    var random = Seeded(seed)
    let pieces = [
      "{", "}", "[", "]", "\"", "\\", "\n", ":", ",", "\"resultats\"", "\"id\"", "1", good, "\u{0}", "é", ";",
    ]
    let text = "{" + (0..<120).map { _ in pieces[random.next(below: pieces.count)] }.joined()
    for start in ["", "\"resultats\":["] {
      do {
        _ = try read(
          Array((start.isEmpty ? text : "{" + start + text).utf8), chunk: 1 + random.next(below: 50))
      } catch let error as ReadingError {
        #expect(error.finding.code.hasPrefix("OFFRE-"))
      }
    }
  }
}
