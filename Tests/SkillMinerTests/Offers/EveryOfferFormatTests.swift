import Foundation
import SkillMiner
import Taxonomy
import TestSupport
import Testing

/// What holds for offers in every format: hostile and broken inputs are refused or set aside with the place and the reason,
/// and nothing is lost.
@Suite struct EveryOfferFormatTests {
  /// Two offers in each format there is.
  private func good(_ format: OfferFormat.Name) -> String {
    let (a, b) = (
      #"{"id":"1","intitule":"Cariste","description":"Conduire un chariot","dateCreation":"2025-01-02T10:00:00Z"}"#,
      #"{"id":"2","intitule":"Soudeur","description":"Souder des tubes","dateCreation":"2025-01-03T10:00:00Z"}"#
    )
    switch format {
    case .franceTravail: return "{\"resultats\":[\n\(a),\n\(b)\n]}\n"
    case .json: return "[\n\(a),\n\(b)\n]\n"
    case .jsonl: return "\(a)\n\(b)\n"
    case .csv:
      return
        "id,title,description,date_created\n1,Cariste,Conduire un chariot,2025-01-02\n2,Soudeur,Souder des tubes,2025-01-03\n"
    case .xml:
      return
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<jobs>\n<job><id>1</id><title>Cariste</title><description>Conduire</description></job>\n"
        + "<job><id>2</id><title>Soudeur</title><description>Souder</description></job>\n</jobs>\n"
    case .html:
      let posting = { (id: Int) in
        "<script type=\"application/ld+json\">{\"@type\":\"JobPosting\",\"identifier\":\"\(id)\",\"title\":\"Cariste\",\"description\":\"Conduire\"}</script>\n"
      }
      return "<html><head>\n\(posting(1))\(posting(2))</head></html>\n"
    }
  }

  enum Spoiling: String, CaseIterable, Sendable {
    case empty, binary, truncated, windows1252, utf16, overlongField, overlongRecord, manyColumns, nulBytes
    case deepNesting, entityExpansion, externalEntity, repeated

    func apply(_ text: String, _ format: OfferFormat.Name) -> [UInt8]? {
      let bytes = Array(text.utf8)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      let isJSON = [.franceTravail, .json, .jsonl].contains(format)
      func long(_ count: Int) -> [UInt8] {
        Array(text.replacing("Conduire", with: "Conduire" + String(repeating: "x", count: count)).utf8)
      }
      switch self {
      case .empty: return []
      case .binary:
        var random = SeededGenerator(seed: 5)
        return (0..<4000).map { _ in UInt8.random(in: 0...255, using: &random) }
      case .truncated: return Array(bytes.prefix(bytes.count * 3 / 4))
      case .windows1252: return bytes.flatMap { $0 == UInt8(ascii: "C") ? [$0, 0xE9] : [$0] }
      case .utf16: return [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      case .overlongField: return long(2 << 20)
      case .overlongRecord: return long(6 << 20)
      case .manyColumns:
        guard format == .csv else { return nil }
        return Array((lines[0] + String(repeating: ",x", count: 1_000_000) + "\n" + lines[1] + "\n").utf8)
      case .nulBytes: return bytes.flatMap { $0 == UInt8(ascii: "u") ? [$0, 0] : [$0] }
      case .deepNesting:
        if isJSON {
          let deep = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
          return Array(text.replacing("\"Cariste\"", with: deep).utf8)
        }
        guard format == .xml else { return nil }
        return Array(text.replacing("Cariste", with: String(repeating: "<a>", count: 100_000)).utf8)
      case .entityExpansion, .externalEntity:
        guard format == .xml else { return nil }
        let entity =
          self == .entityExpansion
          ? "<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">" : "<!ENTITY b SYSTEM \"file:///etc/passwd\">"
        return Array(
          ([lines[0], "<!DOCTYPE x [\(entity)]>"] + lines.dropFirst()).joined(separator: "\n")
            .replacing("Cariste", with: "&b;").utf8)
      case .repeated: return Array(repeating: bytes, count: 50).flatMap { $0 }
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

  @Test(arguments: OfferFormat.Name.allCases) func goodOffersAreReadInEveryFormat(_ format: OfferFormat.Name)
    throws
  {
    for given in [format, nil] {
      let (offers, findings) = try read(Array(good(format).utf8), given)
      #expect(offers.map(\.id) == ["1", "2"])
      #expect(findings.allSatisfy { $0.code == "OFFRE-007" }, "\(findings)")
    }
  }

  @Test(arguments: OfferFormat.Name.allCases, Spoiling.allCases)
  func aSpoiltInputIsRefusedOrSetAsideWithItsPlace(_ format: OfferFormat.Name, _ spoiling: Spoiling) throws {
    guard let bytes = spoiling.apply(good(format), format) else { return }
    for given in [format, nil] {
      let (offers, findings) = try read(bytes, given)
      #expect(findings.allSatisfy { !$0.file.isEmpty && !$0.message.isEmpty && !$0.advice.isEmpty })
      #expect(!offers.contains { $0.title.contains("root:") || $0.title.contains("ha") })
      switch spoiling {
      case .windows1252: #expect(offers.count == 2 && offers[0].title == "Céariste")
      case .nulBytes: #expect(offers.count + findings.count >= 2)
      case .repeated: #expect(offers.count >= 2, "what stands in front is read")
      case .deepNesting, .overlongField, .overlongRecord:
        #expect(!findings.isEmpty)
        #expect(offers.count <= 2)
      case .truncated: #expect(!findings.isEmpty || offers.count == 2)
      default: #expect(offers.isEmpty && !findings.isEmpty)
      }
    }
  }
}
