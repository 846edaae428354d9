import Taxonomy
import TestSupport
import Testing

@testable import SkillMiner

/// What became of the pathways of a portfolio in a later analysis.
@Suite struct PathwayStandingTests {
  private func portfolio(_ items: [ReviewWorld.Item]) throws -> Portfolio {
    var portfolio = Portfolio(
      id: "p", name: "P", scope: PortfolioScope(kind: .region, name: "R"), wanted: 10, rules: DrawRules())
    for pathway in try PortfolioDrawer().draw(try ReviewWorld.result(items)).pathways {
      portfolio.add(pathway)
    }
    portfolio.revision = 1
    return portfolio
  }

  @Test func sameAnalysisChangesNothing() throws {
    let items = Array(ReviewWorld.items.prefix(5))
    let review = PortfolioReview(try portfolio(items), with: try ReviewWorld.result(items))
    #expect(review.isUnchanged)
    #expect(review.standings.allSatisfy { $0.outcome == .same && $0.changes.isEmpty })
  }

  @Test func otherReleasesAreNeverComparedSilently() throws {
    let items = Array(ReviewWorld.items.prefix(3))
    var drawn = try portfolio(items)
    #expect(drawn.releaseLines == [SampleResult.releases().text])
    let same = PortfolioReview(drawn, with: try ReviewWorld.result(items, fingerprint: "f2"))
    #expect(same.warnings.isEmpty)
    let later = try ReviewWorld.result(
      items, fingerprint: "f2", releases: SampleResult.releases("ROME 4.61", referential: "abba"))
    let review = PortfolioReview(drawn, with: later)
    #expect(review.warnings.count == 1)
    let warning = try #require(review.warnings.first)
    #expect(warning.hasPrefix("Parcours n°\u{A0}1, 2, 3\u{A0}:"), "\(warning)")
    #expect(warning.contains("ROME 4.60, puis ROME 4.61") && warning.contains("référentiel de"))
    #expect(!warning.contains("lexique"))
    #expect(PortfolioTable.text(drawn, review: review).contains("À savoir\u{A0}: \(warning)"))
    let csv = PortfolioCSV.text(drawn, review: review)
    #expect(csv.contains("versions différentes") && csv.contains(SampleResult.releases().text))
    // A pathway drawn again from the later analysis needs no warning; what is kept does, and drawing says so.
    drawn.pathways[0].isPinned = true
    let again = try PortfolioDrawer().draw(
      later, for: drawn.scope, wanted: 3, again: drawn)
    #expect(again.notes.contains { $0.hasPrefix("Parcours n°\u{A0}1\u{A0}:") }, "\(again.notes)")
    // One kept before releases were written down is told as unknown, unless it is of this very analysis.
    let old = try AuditJSON.value(
      Pathway.self,
      from: AuditJSON.text(drawn.pathways[1]).replacing(
        /"releases":\{[^}]*\},?/, with: ""))
    #expect(old.releases == nil && old.key == drawn.pathways[1].key)
    drawn.pathways = [old]
    #expect(PortfolioReview(drawn, with: later).warnings.first?.contains("n’ont pas été notées") == true)
    #expect(PortfolioReview(drawn, with: try ReviewWorld.result(items)).warnings.isEmpty)
  }

  @Test func twoPortfoliosOfOtherReleasesSaySo() throws {
    let items = Array(ReviewWorld.items.prefix(2))
    let first = try portfolio(items)
    #expect(PortfolioComparison(first, first).warnings.isEmpty)
    var second = first
    let later = try ReviewWorld.result(items, releases: SampleResult.releases(lexicon: "autre"))
    second.pathways = try PortfolioDrawer().draw(later).pathways
    let comparison = PortfolioComparison(first, second)
    #expect(comparison.warnings.count == 1)
    #expect(comparison.warnings.first?.contains("lexique [beef, puis autre]") == true)
    #expect(PortfolioTable.text(comparison, first, second).contains("mêmes versions"))
  }

  @Test func anEvaluationSaysWhatItComparesWith() throws {
    let items = Array(ReviewWorld.items.prefix(1))
    let pathway = try portfolio(items).pathways[0]
    let today = try #require(CalendarDate("2026-10-01"))
    let later = try ReviewWorld.result(items, fingerprint: "f2", releases: SampleResult.releases("ROME 4.61"))
    let series = try EvaluationSeries(
      of: pathway, from: today, until: today, assessment: later.assessments.first,
      families: CompetencyFamilies(),
      releases: later.releases, input: InMemoryDemand())
    #expect(series.releases?.taxonomy == "ROME 4.61")
    let text = PathwayEvaluationTable.text(series, of: pathway, in: later)
    #expect(text.contains("ROME 4.60, puis ROME 4.61") && text.contains(later.releases.text))
  }

  @Test func figuresCompositionAndVanishing() throws {
    let items = [
      ReviewWorld.Item(1, "N1103", ["a", "b"]), ReviewWorld.Item(2, "D1106", ["c"]),
      ReviewWorld.Item(3, "F1701", ["d"]), ReviewWorld.Item(4, "G1602", ["e"]),
      ReviewWorld.Item(5, "H2902", ["g"]),
    ]
    let later = [
      ReviewWorld.Item(2, "D1106", ["c"], flags: [.singleEmployer], offers: 70),
      ReviewWorld.Item(1, "N1103", ["b", "z"]), ReviewWorld.Item(3, "F1701", []),
      ReviewWorld.Item(5, "H2902", []),
    ]
    let review = PortfolioReview(
      try portfolio(items),
      with: try ReviewWorld.result(later, covered: ["RNCP3": ["d"]], fingerprint: "f2"))
    #expect(!review.isUnchanged)
    #expect(review.standings.map(\.outcome) == [.recomposed, .same, .vanished, .vanished, .vanished])
    let all = review.standings.map { $0.changes.joined(separator: " | ") }
    #expect(all[0].contains("N’est plus dans le module\u{A0}: Compétence a"))
    #expect(all[0].contains("S’ajoute au module\u{A0}: Compétence z"))
    #expect(all[1].contains("60/200 offres, aujourd’hui 70/200"))
    #expect(all[1].contains("Rang\u{A0}: 2, aujourd’hui 1"))
    #expect(all[1].contains("Un seul employeur porte désormais"))
    #expect(all[2].contains("les blocs couvrent désormais Compétence d"))
    #expect(all[3].contains("n’est plus dans le référentiel"))
    #expect(all[4].contains("passé sous le seuil"))
  }

  @Test func twoPortfoliosSideBySide() throws {
    var first = try portfolio([
      ReviewWorld.Item(1, "N1103", ["a", "b"]), ReviewWorld.Item(2, "D1106", ["c"]),
    ])
    let second = try portfolio([
      ReviewWorld.Item(1, "N1103", ["b", "z"]), ReviewWorld.Item(3, "F1701", ["d"]),
    ])
    first.pathways[0].title = "Autre intitulé"
    let comparison = PortfolioComparison(first, second)
    #expect(comparison.both.count == 1)
    #expect(comparison.both[0].differences.contains("seulement dans le premier\u{A0}: Compétence a"))
    #expect(comparison.both[0].differences.contains("seulement dans le second\u{A0}: Compétence z"))
    #expect(comparison.both[0].differences.contains { $0.hasPrefix("intitulé") })
    #expect(comparison.firstOnly.map(\.key.certification) == ["RNCP2"])
    #expect(comparison.secondOnly.map(\.key.certification) == ["RNCP3"])
    let same = PortfolioComparison(first, first).both
    #expect(same.allSatisfy { $0.differences.isEmpty })
  }
}
