import Foundation
import SkillMiner
import Taxonomy
import TestSupport
import Testing

/// What holds for offers in every format: hostile and broken inputs are refused or set aside with the place and the reason,
/// and nothing is lost.
@Suite struct EveryOfferFormatTests {
  /// A layout of offers.
  enum Layout: String, CaseIterable, Sendable {
    case franceTravail, json, jsonLines, csv, xml, page
    /// A CSV as spreadsheets save it: byte order mark, semicolons, CRLF.
    case spreadsheet
    /// JSON-LD without a page around it.
    case jobPosting

    var format: OfferFormat.Name {
      switch self {
      case .franceTravail: .franceTravail
      case .json: .json
      case .jsonLines, .jobPosting: .jsonl
      case .csv, .spreadsheet: .csv
      case .xml: .xml
      case .page: .html
      }
    }

    var language: SpoiltInput.Language {
      switch self {
      case .franceTravail, .json, .jsonLines, .jobPosting: .json
      case .csv, .spreadsheet: .csv
      case .xml: .xml
      case .page: .html
      }
    }

    /// Two offers.
    var good: String {
      let (a, b) = (
        #"{"id":"1","intitule":"Cariste","description":"Conduire un chariot","dateCreation":"2025-01-02T10:00:00Z"}"#,
        #"{"id":"2","intitule":"Soudeur","description":"Souder des tubes","dateCreation":"2025-01-03T10:00:00Z"}"#
      )
      let posting = { (id: Int) in
        #"{"@context":"https://schema.org","@type":"JobPosting","identifier":"\#(id)","title":"Cariste","description":"Conduire"}"#
      }
      switch self {
      case .franceTravail: return "{\"resultats\":[\n\(a),\n\(b)\n]}\n"
      case .json: return "[\n\(a),\n\(b)\n]\n"
      case .jsonLines: return "\(a)\n\(b)\n"
      case .csv:
        return
          "id,title,description,date_created\n1,Cariste,Conduire un chariot,2025-01-02\n2,Soudeur,Souder des tubes,2025-01-03\n"
      case .spreadsheet:
        return
          "\u{FEFF}id;title;description;date_created\r\n1;Cariste;\"Conduire un chariot; charger\";02/01/2025\r\n2;Soudeur;Souder des tubes;03/01/2025\r\n"
      case .xml:
        return
          "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<jobs>\n<job><id>1</id><title>Cariste</title><description>Conduire</description></job>\n"
          + "<job><id>2</id><title>Soudeur</title><description>Souder</description></job>\n</jobs>\n"
      case .page:
        let script = { (id: Int) in "<script type=\"application/ld+json\">\(posting(id))</script>\n" }
        return "<html><head>\n\(script(1))\(script(2))</head></html>\n"
      case .jobPosting: return "\(posting(1))\n\(posting(2))\n"
      }
    }
  }

  /// Reads with small limits, so that what is too long need not be large.
  private func read(_ bytes: [UInt8], _ format: OfferFormat.Name?) throws -> (
    offers: [JobOffer], findings: [Finding]
  ) {
    var offers: [JobOffer] = []
    var findings: [Finding] = []
    let reader = OfferReader(
      today: try #require(CalendarDate("2026-01-01")), recordLimit: 4 << 20, format: format)
    do {
      let summary = try reader.read(InputMember(name: "offres", bytes: bytes)) { record in
        switch record {
        case .offer(let offer, let place, let warnings):
          #expect(place.line > 0 && place.record > 0)
          offers.append(offer)
          findings += warnings
        case .quarantined(let finding, let raw):
          #expect(raw.count <= 1 << 16)
          findings.append(finding)
        }
      }
      #expect(summary.offers == offers.count)
      findings += summary.findings
    } catch let error as ReadingError {
      findings.append(error.finding)
    }
    return (offers, findings)
  }

  @Test(arguments: Layout.allCases) func goodOffersAreReadInEveryFormat(_ layout: Layout) throws {
    #expect(Set(Layout.allCases.map(\.format)) == Set(OfferFormat.Name.allCases))
    for given in [layout.format, nil] {
      let (offers, findings) = try read(Array(layout.good.utf8), given)
      #expect(offers.map(\.id) == ["1", "2"])
      #expect(findings.allSatisfy { $0.code == "OFFRE-007" }, "\(findings)")
    }
  }

  @Test(arguments: Layout.allCases, SpoiltInput.allCases)
  func aSpoiltInputIsRefusedOrSetAsideWithItsPlace(_ layout: Layout, _ spoiling: SpoiltInput) throws {
    let word = spoiling == .overlongField ? "Conduire" : "Cariste"
    let spoilt = spoiling.apply(layout.good, layout.language, at: word, length: 2 << 20, letter: "u")
    guard let bytes = spoilt else { return }
    for given in [layout.format, nil] {
      let (offers, findings) = try read(bytes, given)
      #expect(findings.allSatisfy { !$0.file.isEmpty && !$0.message.isEmpty && !$0.advice.isEmpty })
      #expect(!offers.contains { $0.title.contains("root:") || $0.title.contains("ha") })
      switch spoiling {
      case .windows1252: #expect(offers.count == 2 && offers[0].title == "Céariste")
      case .manyColumns:
        #expect(offers.isEmpty)
        #expect(findings.map(\.code) == ["CSV-006"] && findings[0].line == 1)
        #expect(findings[0].message.contains("colonnes, plus que les 10000 admises"))
      case .nulBytes: #expect(offers.count + findings.count >= 2)
      case .repeated, .mixedEncodings, .unclosedQuote:
        #expect(offers.count >= 2, "what stands in front is read")
      case .deepNesting, .overlongField:
        #expect(!findings.isEmpty)
        #expect(offers.count <= 2)
      // A text that stops inside the last cell of a line cannot be told from one that ends there.
      case .truncated where layout.language == .csv: #expect(!findings.isEmpty || !offers.isEmpty)
      case .truncated: #expect(!findings.isEmpty || offers.count == 2)
      default: #expect(offers.isEmpty && !findings.isEmpty)
      }
    }
  }

  @Test func anyFieldThatIsTooLongIsSetAsideAndNamed() throws {
    func line(_ fields: String) -> String {
      #"{"id":"1","title":"Cariste","description":"Conduire","date_created":"2025-01-02",\#(fields)}"#
    }
    let long = String(repeating: "x", count: 20_000)
    for (fields, name) in [
      (#""lieu":"\#(long)""#, "location"), (#""entreprise":"\#(long)""#, "company"),
      (#""formations":["\#(long)"]"#, "formations"), (#""competences":["\#(long)"]"#, "competences"),
    ] {
      let (offers, findings) = try read(Array(line(fields).utf8), .jsonl)
      #expect(offers.isEmpty && findings.map(\.code) == ["OFFRE-018"])
      #expect(
        findings[0].line == 1 && findings[0].message.contains("«\u{A0}\(name)\u{A0}» compte 20000 octets"))
    }
    let id = line(#""lieu":"Lyon""#).replacing(#""id":"1""#, with: #""id":"\#(long)""#)
    let title = line(#""lieu":"Lyon""#).replacing("Cariste", with: long)
    for text in [id, title] {
      let (offers, findings) = try read(Array(text.utf8), .jsonl)
      #expect(offers.isEmpty && findings.map(\.code) == ["OFFRE-018"])
      #expect(findings[0].message.utf8.count < 200)
    }
  }

  @Test(arguments: Layout.allCases) func whatIsInUTF16IsRefusedForThat(_ layout: Layout) throws {
    for given in [layout.format, nil] {
      let bytes = try #require(SpoiltInput.utf16.apply(layout.good, layout.language))
      let (offers, findings) = try read(bytes, given)
      #expect(offers.isEmpty && findings.map(\.code) == ["OFFRE-019"])
    }
  }

  @Test func datesAndNumbersThatCannotBeAreNotBelieved() throws {
    let line =
      #"{"id":"1","title":"Cariste","description":"Conduire","date_created":"0001-01-01","date_updated":"0001-01-01","positions":-5}"#
    let (offers, findings) = try read(Array(line.utf8), .jsonl)
    let offer = try #require(offers.first)
    #expect(offer.created == nil && offer.updated == nil && offer.positions == nil)
    #expect(findings.map(\.code) == ["OFFRE-008"])
  }

  @Test(arguments: Layout.allCases) func aRecordThatIsTooLongIsSetAside(_ layout: Layout) throws {
    let bytes = SpoiltInput.overlongField.apply(layout.good, layout.language, at: "Conduire", length: 6 << 20)
    let (offers, findings) = try read(try #require(bytes), layout.format)
    #expect(!findings.isEmpty && offers.count <= 2)
  }
}
