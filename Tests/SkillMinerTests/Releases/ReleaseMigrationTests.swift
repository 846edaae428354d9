import Foundation
import Taxonomy
import TestSupport
import Testing

@testable import SkillMiner

@Suite struct ReleaseMigrationTests {
  private func code(_ n: Int32) -> OGRCode { OGRCode(number: n) }

  private func release(
    _ name: String, _ items: [(Int32, String)], links: [CompetencyLink] = []
  ) throws -> TaxonomyRelease {
    let card = try #require(ROMECode("N1103"))
    return TaxonomyRelease(
      name: name, digest: name, occupations: [Occupation(code: card, label: name, parent: card)],
      appellations: [],
      competencies: items.map { Competency(code: code($0.0), label: $0.1, kind: .knowHow) }, links: links)
  }

  private func pair() throws -> (old: TaxonomyRelease, new: TaxonomyRelease) {
    (
      try release(
        "A",
        [
          (1, "Préparer les commandes"), (2, "Techniques de soudage"), (3, "Règles de sécurité"),
          (4, "Utilisation d'engins forestiers"), (5, "Normes environnementales"), (6, "Élevage d'autruches"),
          (7, "Mécanique des fluides appliquée"),
        ]),
      try release(
        "B",
        [
          (1, "Preparer les commandes"), (2, "Techniques de soudage à l’arc"), (3, "Comptabilité publique"),
          (30, "RÈGLES DE SÉCURITÉ"), (40, "Utiliser des engins forestiers"), (50, "Norme environnementale"),
          (70, "Fluides et mécanique"),
        ])
    )
  }

  @Test func itemsAreCarriedByCodeLabelOrReview() throws {
    let (old, new) = try pair()
    let migration = ReleaseMigration(from: old, to: new)
    #expect(
      migration.steps.map { "\($0.old.code)>\($0.new.code) \($0.way.rawValue)" } == [
        "1>1 code", "2>2 code-revised", "3>30 label", "5>50 label-variant",
      ])
    #expect(migration.losses.map(\.old.code.number) == [4, 6, 7])
    #expect(migration.losses[0].proposals.first?.new.code == code(40))
    #expect(migration.losses[1].proposals.isEmpty)
    #expect(migration.share == 4.0 / 7)
  }

  @Test func aCodeThatWasGivenToSomethingElseIsNotCarried() throws {
    let old = try release(
      "A", [(1, "Système embarqué"), (2, "Utilisation d'un IDE Eclipse"), (3, "Montage de cordes")])
    let new = try release(
      "B",
      [(1, "Sécurité des systèmes embarqués"), (2, "IDE Eclipse"), (3, "Techniques de montage de cordes")])
    let migration = ReleaseMigration(from: old, to: new)
    #expect(migration.steps.map(\.old.code.number) == [2, 3])
    #expect(migration.losses.first?.proposals.first?.new.code.number == 1)
  }

  @Test func wordsThatOnlyLookEmptyTellItemsApart() throws {
    let old = try release(
      "A",
      [
        (1, "Procédures de maintenance de matériel son"), (2, "Permis de conduire E (C)"), (3, "Langage C"),
        (4, "BP électricien(ne)s"), (5, "Prise d'un rendez-vous, etc."),
      ])
    let new = try release(
      "B",
      [
        (10, "Procédures de maintenance de matériel"), (20, "Permis de conduire E"), (30, "Langage C++"),
        (31, "Langage C#"), (40, "BP électricien"), (50, "Prise de rendez-vous"),
      ])
    let migration = ReleaseMigration(from: old, to: new)
    #expect(
      migration.steps.map { "\($0.old.code)>\($0.new.code) \($0.way.rawValue)" } == ["4>40 label-variant"])
    #expect(migration.losses.map(\.old.code.number) == [1, 2, 3, 5])
    #expect(migration.losses[0].proposals.first?.new.code == code(10))
  }

  @Test func anEqualLabelComesBeforeACodeWithAnotherLabel() throws {
    let old = try release("A", [(1, "Analyse statistique"), (2, "Microbiologie")])
    let new = try release(
      "B", [(1, "Analyse de données statistiques"), (10, "Analyse statistique"), (2, "Microbiologie marine")])
    #expect(
      ReleaseMigration(from: old, to: new).steps.map { "\($0.old.code)>\($0.new.code) \($0.way.rawValue)" }
        == ["1>10 label", "2>2 code-revised"])
  }

  @Test func labelsOfAnyKindStayOnTheirLine() throws {
    let labels = [
      "tab\tdedans", "ligne\nsuivante", "fin\r\nde ligne", "Dire « \"oui\" »", "=1+1", "\u{2028}séparée",
      "#dièse",
    ]
    let items = labels.enumerated().map { (Int32($0 + 1), $1) }
    let migration = ReleaseMigration(from: try release("A\tB", items), to: try release("C\r\nD", items))
    #expect(migration.steps.count == labels.count)
    let folder = try ScratchFolder()
    for end in ["\n", "\r\n"] {
      let reviewed = MappingTable.write(migration).split(separator: "\n").map {
        $0.hasPrefix("rome:") ? $0 + "oui" : String($0)
      }.joined(separator: end)
      let (links, findings) = try MappingTable.read(path: folder.write(reviewed, to: "liens.tsv"))
      #expect(findings.isEmpty)
      #expect(
        links == items.map { ReviewedLink(pair: .init(old: code($0.0), new: code($0.0)), isAccepted: true) })
    }
  }

  @Test func aReviewIsStrongerThanAnyRule() throws {
    let (old, new) = try pair()
    let links = [
      ReviewedLink(pair: .init(old: code(4), new: code(40)), isAccepted: true),
      ReviewedLink(pair: .init(old: code(2), new: code(2)), isAccepted: false),
      ReviewedLink(pair: .init(old: code(99), new: code(40)), isAccepted: true),
    ]
    let migration = ReleaseMigration(from: old, to: new, reviewed: links)
    #expect(migration.steps.first { $0.old.code == code(4) }?.way == .reviewed)
    #expect(migration.losses.map(\.old.code.number) == [2, 6, 7])
    #expect(migration.uselessLinks.map(\.pair.old.number) == [99])
  }

  @Test func theTableGoesOutAndComesBack() throws {
    let (old, new) = try pair()
    let folder = try ScratchFolder()
    let table = MappingTable.write(ReleaseMigration(from: old, to: new))
    #expect(table.contains("rome:6\tÉlevage d'autruches\tskos:exactMatch\tsssom:NoTermFound"))
    let reviewed = table.split(separator: "\n").map { line in
      line.hasPrefix("rome:4\t") ? line + "oui" : line.hasPrefix("rome:1\t") ? line + "peut-être" : line
    }.joined(separator: "\n")
    let (links, findings) = try MappingTable.read(path: folder.write(reviewed, to: "liens.tsv"))
    #expect(links == [ReviewedLink(pair: .init(old: code(4), new: code(40)), isAccepted: true)])
    #expect(findings.map(\.code) == ["LIEN-002"])
    let second = MappingTable.write(ReleaseMigration(from: old, to: new, reviewed: links))
    #expect(try MappingTable.read(path: folder.write(second, to: "2.tsv")).links == links)
    let error = #expect(throws: ReadingError.self) {
      try MappingTable.read(path: folder.write("a\tb\n1\t2\n", to: "3.tsv"))
    }
    #expect(error?.finding.code == "LIEN-001")
  }

  @Test func aDiffSaysWhatChanged() throws {
    let (old, new) = try pair()
    let card = try #require(ROMECode("N1103"))
    let emerging = CompetencyLink(occupation: card, competency: code(70), weight: .emerging)
    let later = try release("B", new.competencies.map { ($0.code.number, $0.label) }, links: [emerging])
    let diff = ReleaseDiff(from: old, to: later)
    #expect(diff.competencies.added.map(\.id.number) == [30, 40, 50, 70])
    #expect(diff.competencies.removed.map(\.id.number) == [4, 5, 6, 7])
    #expect(diff.competencies.renamed.map(\.id.number) == [1, 2, 3])
    #expect(diff.emerging == [emerging] && diff.links.added == 1 && diff.links.removed == 0)
    #expect(diff.occupations.renamed.map(\.new) == ["B"])
  }

  @Test(.enabled(if: SharedData.isPresent)) func mostOfROME347IsCarriedTo460() throws {
    let old = try ROMEReader.read(path: SharedData.file("data/rome/rome-v347-csv.zip").path).release
    let new = try ROMEReader.read(path: SharedData.file("data/rome/rome-v460-csv.zip").path).release
    let migration = ReleaseMigration(from: old, to: new)
    #expect(migration.steps.count + migration.losses.count == 4947)
    #expect(migration.share > 0.5)
    let ways = Dictionary(grouping: migration.steps, by: \.way).mapValues(\.count)
    #expect((ways[.code] ?? 0) + (ways[.label] ?? 0) > 1000)
  }
}
