import Foundation
import SkillMiner
import TestSupport
import Testing

@testable import miner_daemon

@Suite struct ReportPagesTests {
  private func pages() throws -> [String] {
    let result = try SampleResult.make()
    let pages = try ReportPages()
    return [pages.candidates(result), pages.coverage(result)]
  }

  @Test func nothingComesFromElsewhere() throws {
    for page in try pages() {
      for sign in ["http://", "https://", "<script", "<link", "src=", "url(", "@import"] {
        #expect(!page.contains(sign), "\(sign)")
      }
    }
  }

  @Test func nothingIsLeftOfTheTemplate() throws {
    for page in try pages() {
      #expect(!page.contains("{{") && !page.contains("}}"))
      #expect(page.hasPrefix("<!DOCTYPE html>") && page.hasSuffix("</html>\n"))
      #expect(page.contains("Sources et méthode"))
      #expect(page.contains("empreinte 0123456789abcdef"))
      #expect(!page.contains("emplois vacants"))
    }
  }

  @Test func textFromOffersIsEscaped() throws {
    let page = try pages()[0]
    #expect(page.contains("Offre &lt;b&gt;&amp;"))
    #expect(page.contains("<mark>CACES R489</mark>"))
    #expect(!page.contains("<b>&"))
  }

  @Test func badgesAndSuccessorsAreShown() throws {
    let page = try pages()[0]
    #expect(page.contains("<span class=\"badge expired\">expirée</span>"))
    #expect(page.contains("<span class=\"badge proposed-links\">métiers proposés</span>"))
    #expect(page.contains("Enregistrement échu le 28 juillet 2025\u{A0}; remplacée par RNCP40001."))
  }

  @Test func theOthersStandInTheOverviewOnly() throws {
    let page = try ReportPages().candidates(try SampleResult.make(), limit: 1)
    #expect(page.contains("href=\"#module-1\"") && !page.contains("href=\"#module-2\""))
    #expect(page.contains("Conseiller de vente") && !page.contains("id=\"module-2\""))
  }

  /// A sign that French sets off by a no-break space never stands behind an ordinary one.
  @Test func frenchSpacing() throws {
    for page in try pages() {
      let body = page[(page.range(of: "<main>")?.upperBound ?? page.startIndex)...]
      for sign in [" :", " ?", " !", " %", " »", "« "] where body.contains(sign) {
        Issue.record("«\(sign)» with an ordinary space")
      }
    }
  }

  @Test func pagesAreTheSameEveryTime() throws {
    #expect(try pages() == pages())
    if let folder = ProcessInfo.processInfo.environment["SKILLMINER_PAGES"] {
      for (name, page) in zip(["candidates", "coverage"], try pages()) {
        try Data(page.utf8).write(to: URL(filePath: folder).appending(path: "\(name).html"))
      }
    }
  }
}
