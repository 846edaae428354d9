import Foundation
import Taxonomy
import TestSupport
import Testing

@testable import SkillMiner

@Suite struct CrosswalkTests {
  private func rome() throws -> TaxonomyRelease {
    let (n1103, k2204) = (try #require(ROMECode("N1103")), try #require(ROMECode("K2204")))
    let items: [(Int32, String)] = [
      (1, "Gérer les stocks de marchandises"), (2, "Techniques de soudage"), (3, "Navigation stellaire"),
      (4, "Nettoyer des sols industriels glissants"), (5, "Élevage d’autruches"),
    ]
    return TaxonomyRelease(
      name: "ROME 9", digest: "r",
      occupations: [
        Occupation(code: n1103, label: "Magasinage", parent: n1103),
        Occupation(code: k2204, label: "Nettoyage de locaux", parent: k2204),
      ],
      appellations: [
        Appellation(
          code: OGRCode(number: 100), label: "Agent / Agente d’entretien", shortLabel: "",
          occupation: k2204)
      ],
      competencies: items.map { Competency(code: OGRCode(number: $0.0), label: $0.1, kind: .knowHow) },
      links: [
        CompetencyLink(occupation: k2204, competency: OGRCode(number: 4), weight: .ordinary)
      ])
  }

  private func uri(_ path: String) throws -> ESCOURI { try #require(ESCOURI(path: path)) }

  private func skill(_ path: String, _ label: String, _ alternatives: [String] = [], obsolete: Bool = false)
    throws -> ESCOSkill
  {
    ESCOSkill(
      uri: try uri(path), label: label, alternatives: alternatives, kind: .skill, reuse: "", description: "",
      isObsolete: obsolete)
  }

  private func esco() throws -> ESCORelease {
    ESCORelease(
      name: "ESCO 9", digest: "e",
      skills: [
        try skill("skill/a", "gestion des stocks de marchandises", ["tenir les stocks à jour"]),
        try skill("skill/b", "techniques de soudage", ["procédés de soudage", "souder"]),
        try skill("skill/c", "navigation astronomique", ["navigation stellaire"]),
        try skill("skill/d", "nettoyer des sols industriels"),
        try skill("skill/e", "élevage d’autruches", obsolete: true),
        try skill("skill/f", "peindre des surfaces"), try skill("skill/g", "photographier des scènes"),
      ],
      occupations: [
        ESCOOccupation(
          uri: try uri("occupation/o"), label: "agent d’entretien/agente d’entretien", alternatives: [],
          iscoGroup: "9112", isObsolete: false)
      ], groups: [], broader: [],
      demands: [
        ESCODemand(occupation: try uri("occupation/o"), skill: try uri("skill/d"), isEssential: true)
      ])
  }

  private func proposals() throws -> Crosswalk { try CrosswalkBuilder(rome: rome(), esco: esco()).propose() }

  @Test func labelsAreTheEvidence() throws {
    let links = try proposals().links
    #expect(
      links.map { "\($0.pair.subject) \($0.pair.object.path) \($0.predicate.rawValue)" } == [
        "rome:1 skill/a skos:closeMatch", "rome:2 skill/b skos:exactMatch", "rome:3 skill/c skos:exactMatch",
        "rome:4 skill/d skos:broadMatch", "rome:K2204 occupation/o skos:narrowMatch",
      ])
    try #require(links.count == 5)
    #expect(links[1].confidence == 0.98 && links[1].alternative.isEmpty)
    #expect(links[2].confidence == 0.95 && links[2].alternative == "navigation stellaire")
    #expect(links[4].subjectLabel == "Agent / Agente d’entretien")
  }

  private func links(_ items: [String], _ skills: [ESCOSkill]) throws -> [String] {
    let rome = TaxonomyRelease(
      name: "R", digest: "r", occupations: [], appellations: [],
      competencies: items.enumerated().map {
        Competency(code: OGRCode(number: Int32($0 + 1)), label: $1, kind: .knowHow)
      }, links: [])
    let esco = ESCORelease(
      name: "E", digest: "e", skills: skills, occupations: [], groups: [], broader: [], demands: [])
    return try CrosswalkBuilder(rome: rome, esco: esco).propose().links.map {
      "\($0.pair.subject) \($0.pair.object.path) \($0.predicate.rawValue) \($0.confidence)\($0.isContested ? " ?" : "")"
    }
  }

  @Test func homographsOfESCOAreLeftToPeople() throws {
    // Equal up to case, accents and number: none is dropped, none is exact.
    #expect(
      try links(
        ["Réglage des pièces"],
        [
          try skill("skill/a", "réglage des pièces"), try skill("skill/b", "Reglage des pieces"),
          try skill("skill/c", "RÉGLAGE DES PIÈCES"),
        ]) == ["a", "b", "c"].map { "rome:1 skill/\($0) skos:closeMatch 0.85 ?" })
    // One bears it as its own label, another among its synonyms, a third in the singular.
    #expect(
      try links(
        ["Réglage des pièces"],
        [
          try skill("skill/a", "ajustage", ["réglage des pièces"]),
          try skill("skill/b", "réglage des pièces"),
          try skill("skill/c", "réglage de pièce"),
        ]) == [
          "rome:1 skill/b skos:exactMatch 0.98", "rome:1 skill/a skos:closeMatch 0.85 ?",
          "rome:1 skill/c skos:closeMatch 0.85 ?",
        ])
  }

  @Test func homographsOfTheROMEAreLeftToPeople() throws {
    #expect(
      try links(["Réglage des pièces", "Reglage des pieces"], [try skill("skill/a", "réglage des pièces")])
        == ["rome:1 skill/a skos:closeMatch 0.85 ?", "rome:2 skill/a skos:closeMatch 0.85 ?"])
    #expect(
      try links(
        ["MySQL", "Systèmes de base de données"],
        [try skill("skill/a", "systèmes de base de données", ["MySQL"])])
        == ["rome:1 skill/a skos:closeMatch 0.85 ?", "rome:2 skill/a skos:exactMatch 0.98"])
    let comments = try CrosswalkBuilder(rome: rome(), esco: esco()).propose().links.map(\.comment)
    #expect(!comments.contains { !$0.isEmpty }, "nothing is contested there")
  }

  @Test func signsAreALettersOwn() throws {
    #expect(
      try links(["C", "Langage C++"], [try skill("skill/a", "C#"), try skill("skill/b", "langage C++")])
        == ["rome:2 skill/b skos:exactMatch 0.98"])
  }

  @Test func aTableOfGroupsConfirmsOrDoubts() throws {
    let card = try #require(ROMECode("K2204"))
    func confidence(_ isco: [ROMECode: Set<String>]) throws -> [Double] {
      try CrosswalkBuilder(rome: rome(), esco: esco(), isco: isco).propose().links.suffix(2).map(\.confidence)
    }
    let (plain, same, other) = (
      try confidence([:]), try confidence([card: ["91"]]), try confidence([card: ["2166"]])
    )
    #expect(zip(same, plain).allSatisfy { $0 > $1 })
    #expect(zip(other, plain).allSatisfy { $0 < $1 } || other.count < plain.count)
  }

  @Test func theTableLosesNothing() throws {
    let folder = try ScratchFolder()
    let all = try proposals()
    let odd = CrosswalkLink(
      pair: .init(subject: .competency(OGRCode(number: 9)), object: try uri("skill/z")),
      subjectLabel: "Dire « \"oui\" »", objectLabel: "tab\tdedans", predicate: .related,
      justification: .curation, confidence: 0.1234, alternative: "",
      review: .init(isAccepted: false, who: "A. B."),
      comment: "deux\nlignes")
    let crosswalk = Crosswalk(rome: all.rome, esco: all.esco, links: all.links + [odd])
    let text = CrosswalkTable.write(crosswalk)
    let (back, findings) = try CrosswalkTable.read(path: folder.write(text, to: "a.tsv"))
    #expect(back == crosswalk && findings.isEmpty)
    #expect(CrosswalkTable.write(back) == text)
  }

  @Test func judgementsAreKeptAndBadLinesAreTold() throws {
    let folder = try ScratchFolder()
    let table = CrosswalkTable.write(try proposals()).split(separator: "\n").map { line in
      var cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 12 else { return String(line) }
      if cells[0] == "rome:1" { (cells[9], cells[10]) = ("oui", "Oref") }
      if cells[0] == "rome:2" { cells[9] = "NON" }
      if cells[0] == "rome:3" { cells[9] = "peut-être" }
      if cells[0] == "rome:4" { cells[2] = "pareil" }
      return cells.joined(separator: "\t")
    }.joined(separator: "\r\n")
    let (read, findings) = try CrosswalkTable.read(
      path: folder.write(
        table + "\r\nrome:x\ta\tskos:exactMatch\tesco:skill/a\t\t\t\t\t\toui\t\t\r\n", to: "t.tsv"))
    #expect(findings.map(\.code) == ["LIEN-002", "LIEN-004", "LIEN-003"])
    #expect(findings.map(\.line) == [11, 12, 14])
    let kept = try proposals().keeping(read)
    try #require(kept.links.count == 5)
    #expect(kept.links.first?.review == .init(isAccepted: true, who: "Oref"))
    #expect(kept.links[1].review?.isAccepted == false && kept.links[2].review == nil)
    // Only what was accepted gives forms, unless the rest is trusted.
    let forms = kept.forms(try esco())
    #expect(forms.forms.map(\.text) == ["gestion des stocks de marchandises", "tenir les stocks à jour"])
    let trusted = kept.forms(try esco(), trust: 0.95)
    #expect(trusted.forms.map(\.text) == forms.forms.map(\.text) + ["navigation astronomique"])
    let error = #expect(throws: ReadingError.self) {
      try CrosswalkTable.read(path: folder.write("a\tb\n1\t2\n", to: "b.tsv"))
    }
    #expect(error?.finding.code == "LIEN-001")
  }

  @Test func aLabelThatSeveralItemsClaimIsNoForm() throws {
    let shared = try skill("skill/a", "contrôle des comptes", ["vérifier les écritures comptables"])
    let esco = ESCORelease(
      name: "E", digest: "", skills: [shared], occupations: [], groups: [], broader: [], demands: [])
    let links = [Int32(1), 2].map { code in
      CrosswalkLink(
        pair: .init(subject: .competency(OGRCode(number: code)), object: shared.uri),
        subjectLabel: "x\(code)",
        objectLabel: shared.label, predicate: .close, justification: .similarity, confidence: 0.9,
        review: .init(isAccepted: true, who: ""))
    }
    let result = Crosswalk(rome: "R", esco: "E", links: links).forms(esco)
    #expect(result.forms.isEmpty && result.claimed == 2)
  }

  @Test(.enabled(if: SharedData.isPresent)) func theSharedReleasesAreCrossed() throws {
    let rome = try ROMEReader.read(path: SharedData.file("data/rome/rome-v460-csv.zip").path).release
    let esco = try ESCOReader.read(path: SharedData.file("data/esco/esco-v1.0-fr.zip").path).release
    let crosswalk = try CrosswalkBuilder(rome: rome, esco: esco).propose()
    let exact = crosswalk.links.count { $0.predicate == .exact }
    #expect(exact > 500 && crosswalk.links.count > 3000)
    let folder = try ScratchFolder()
    let table = try folder.write(CrosswalkTable.write(crosswalk), to: "t.tsv")
    #expect(try CrosswalkTable.read(path: table).crosswalk == crosswalk)
  }
}
