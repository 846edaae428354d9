import Foundation
import SkillMiner
import Taxonomy
import Testing

@testable import miner_daemon

/// The page of disagreements, on texts as hostile as offers are.
@Suite struct ErrorsPageTests {
  private func page(_ text: String, found: [PredictedMention]) throws -> String {
    let mention = AnnotatedMention(
      field: .description, start: 0, end: 8, kind: .credential, stance: .required,
      codes: [OGRCode(number: 1), OGRCode(number: 2)])
    let offer = AnnotatedOffer(
      id: "<i>&\"1\"", title: "Livreur </title><script>alert(1)</script>", description: text,
      occupation: ROMECode("N4105"), mentions: [mention])
    let release = TaxonomyRelease(
      name: "Essai", digest: "", occupations: [], appellations: [],
      competencies: [Competency(code: OGRCode(number: 1), label: "Permis <B>", kind: .knowledge)], links: [])
    let context = EvaluationContext(taxonomy: "Essai", lexicon: "ab", gold: "cd", usesOccupation: false)
    let report = ErrorReport(
      Evaluation([offer], predictions: [offer.id: found]), context, release: release)
    return try ErrorsPage().html(report)
  }

  @Test func textsAreEscapedAndDirectionMarksRemoved() throws {
    let page = try page("Permis B <img src=x onerror=1> & \u{202E}exigé\u{0} {{style}}", found: [])
    #expect(!page.contains("<script") && !page.contains("<img") && !page.contains("\u{202E}"))
    #expect(!page.unicodeScalars.contains("\u{0}"))
    #expect(page.contains("&lt;img src=x onerror=1&gt; &amp; \u{FFFD}exigé\u{FFFD} {{style}}"))
    #expect(page.contains("Offre &lt;i&gt;&amp;"))
    #expect(page.contains("Permis &lt;B&gt;") && page.contains("2 (absent de la taxonomie)"))
    #expect(page.contains("<span class=\"people\">Permis B</span>"))
    #expect(page.contains("oublié") && page.contains("Code métier des offres\u{A0}: caché"))
    for sign in ["http://", "https://", "<link", "url(", "@import"] {
      #expect(!page.contains(sign), "\(sign)")
    }
  }

  @Test func bothSidesAreMarkedAndNamed() throws {
    let found = [
      PredictedMention(
        field: .description, start: 0, end: 8, code: OGRCode(number: 7), stance: .mission,
        origin: "form:learned"),
      PredictedMention(field: .description, start: 9, end: 900, code: nil, stance: .desired),
    ]
    let page = try page("Permis B exigé", found: found)
    #expect(page.contains("<span class=\"both\">Permis B</span> <span class=\"program\">exigé</span>"))
    #expect(page.contains("autre code") && page.contains("en trop") && page.contains("(form:learned)"))
    #expect(page.contains("2\u{A0}écarts"))
  }

  @Test func frenchSpacing() throws {
    let page = try page("Permis B", found: [])
    let body = page[(page.range(of: "<main>")?.upperBound ?? page.startIndex)...]
    for sign in [" :", " ?", " !", " %", " »", "« "] { #expect(!body.contains(sign), "«\(sign)»") }
  }
}
