import Foundation
import SkillMiner
import Taxonomy
import TestSupport
import Testing

@Suite struct FeedLayoutTests {
  private func read(
    _ text: String, format: OfferFormat.Name? = nil, frenchOnly: Bool = false
  ) throws -> (offers: [JobOffer], findings: [Finding], set: [Finding]) {
    let reader = OfferReader(
      today: try #require(CalendarDate("2026-06-30")), format: format, frenchOnly: frenchOnly)
    var offers: [JobOffer] = []
    var findings: [Finding] = []
    var set: [Finding] = []
    let summary = try reader.read(InputMember(name: "flux", bytes: Array(text.utf8))) { record in
      switch record {
      case .offer(let offer, _, let warnings):
        offers.append(offer)
        findings += warnings
      case .quarantined(let finding, _): set.append(finding)
      }
    }
    #expect(summary.read == offers.count + set.count)
    return (offers, findings + summary.findings, set)
  }

  @Test func apec() throws {
    let offer = try #require(try read(FeedFixtures.apec).offers.first)
    #expect(offer.id == "1W" && offer.source == "apec" && offer.title == "Ingénieur méthodes F/H")
    #expect(offer.created?.description == "2025-12-11" && offer.positions == 2 && offer.contract == "CDI")
    #expect(offer.description.contains("Vous rédigez les gammes.") && offer.commune == "76540")
    #expect(offer.naf == "7112B" && offer.place == "ROUEN" && offer.employer == "Essai")
  }

  @Test func helloWork() throws {
    let offer = try #require(try read(FeedFixtures.helloWork).offers.first)
    #expect(offer.source == "hellowork" && offer.latitude == 49.1 && offer.longitude == 6.2)
    #expect(offer.description.contains("Licence TIG") && !offer.description.contains("Leader"))
    #expect(offer.postcode == "57000" && offer.created?.description == "2024-01-30")
  }

  @Test func cleverConnect() throws {
    let offer = try #require(try read(FeedFixtures.cleverConnect).offers.first)
    #expect(offer.id == "70" && offer.title == "VENDEUR H/F" && offer.postcode == "09000")
    #expect(offer.longitude == 1.3 && offer.employer == "Tralala" && offer.trainings == ["CAP"])
    #expect(offer.description.contains("Sourire") && !offer.description.contains("Nous sommes"))
  }

  @Test func jobTeaserTalentsoftLaPosteAndKelio() throws {
    let teaser = try #require(try read(FeedFixtures.jobTeaser).offers.first)
    #expect(teaser.place == "Grenoble" && teaser.description.contains("Négocier"))
    let soft = try #require(try read(FeedFixtures.talentsoft).offers.first)
    #expect(soft.created?.description == "2026-01-01" && soft.place == "69 - Lyon")
    #expect(soft.description.contains("Dépanner") && soft.description.contains("Bac pro"))
    #expect(!"\(soft)".contains("JEANNE") && !"\(soft)".contains("exemple.fr"))
    let (post, notes, _) = try read(FeedFixtures.laPoste)
    #expect(post.first?.postcode == "83126" && post.first?.place == "LA SEYNE SUR MER")
    #expect(post.first?.updated?.description == "2025-05-22" && post.first?.created == nil)
    #expect(notes.map(\.code) == ["OFFRE-007"])
    let kelio = try #require(try read(FeedFixtures.kelio).offers.first)
    #expect(kelio.title == "Monteur H/F" && kelio.description.contains("Curieux"))
    #expect(!kelio.description.contains("Brut"))
  }

  @Test func jsonFeeds() throws {
    let ad = try #require(try read(FeedFixtures.decathlon).offers.first)
    #expect(ad.source == "decathlon" && ad.postcode == "78140" && ad.latitude == 48.7)
    #expect(ad.declared.map(\.label) == ["Accueil"] && !"\(ad)".contains("Benoît"))
    let post = try #require(try read(FeedFixtures.cegid).offers.first)
    #expect(post.place == "78" && post.contract == "CDD" && post.description.contains("Aimer"))
    #expect(!post.description.contains("Rejoignez"))
    let table = try #require(try read(FeedFixtures.leboncoin).offers.first)
    #expect(table.postcode == "37000" && table.url == "https://exemple.fr/1" && table.title == "Boucher F/H")
  }

  @Test func anUnknownFeedIsReadByUsualNames() throws {
    let (offers, _, set) = try read(FeedFixtures.unknown)
    #expect(offers.map(\.title) == ["Couvreur"] && offers.first?.place == "Brest")
    #expect(set.map(\.code) == ["OFFRE-006"])
    #expect(set.first?.line == 2)
  }

  @Test func jobPostingsAloneAndInPages() throws {
    for text in [
      FeedFixtures.posting, "[\(FeedFixtures.posting)]", FeedFixtures.posting.replacing("\n", with: ""),
    ] {
      let offer = try #require(try read(text).offers.first)
      #expect(offer.id == "P-7" && offer.source == "page" && offer.place == "Reims")
      #expect(offer.description.contains("Poser & raccorder") && offer.description.contains("CAP exigé"))
      #expect(offer.contract == "FULL_TIME, TEMPORARY" && offer.experience == "24 mois")
      #expect(offer.declared.map(\.label) == ["brasage", "cintrage"] && offer.trainings == ["CAP"])
      #expect(offer.latitude == 49.2 && offer.longitude == 4 && offer.positions == 3)
    }
    let (offers, _, set) = try read(FeedFixtures.page)
    #expect(offers.map(\.id) == ["P-7"])
    #expect(set.map(\.code) == ["OFFRE-003"])
  }

  @Test func aNamedFormatOverrules() throws {
    #expect(try read(FeedFixtures.decathlon.replacing("\n", with: " "), format: .json).offers.count == 1)
    #expect(
      try read("<job><id>1</id><titre>A</titre><texte>Bonjour</texte></job>", format: .xml).offers.count == 1)
    let wrong = try read(FeedFixtures.apec, format: .jsonl)
    #expect(wrong.offers.isEmpty && wrong.set.allSatisfy { $0.code == "OFFRE-003" })
  }

  @Test func otherLanguagesAreSetAside() throws {
    let french = String(
      repeating: "Vous êtes en charge de la préparation des commandes et de la tenue du stock. ", count: 4)
    let english = String(
      repeating: "You will be in charge of the team and you work with our clients on the project. ", count: 4)
    let german = String(
      repeating: "Sie sind für die Betreuung der Kunden und die Planung mit dem Team zuständig. ", count: 4)
    let lines = [french, english, german, french + english, "Short text in English only"].enumerated()
      .map { "{\"id\":\"\($0)\",\"title\":\"T\",\"description\":\"\($1)\"}" }.joined(separator: "\n")
    let (offers, _, set) = try read(lines, frenchOnly: true)
    #expect(offers.map(\.id) == ["0", "3", "4"])
    #expect(set.map(\.code) == ["OFFRE-017", "OFFRE-017"])
    #expect(set.last?.message.contains("allemand") == true)
    #expect(try read(lines).offers.count == 5)
  }

  @Test func hostileMarkupIsRefusedWithPlaceAndReason() throws {
    let bomb = "<!DOCTYPE a [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><jobs><job><id>&b;</id></job></jobs>"
    let error = #expect(throws: ReadingError.self) { try read(bomb) }
    #expect(error?.finding.code == "XML-001" && error?.finding.line == 1)
    let cut = FeedFixtures.apec.replacing("</Offre_emploi>", with: "")
    #expect(try read(cut).set.map(\.code) == ["XML-005"])
  }

  @Test(.enabled(if: SharedData.isPresent)) func thePartnersOwnSamplesAreRead() throws {
    let reader = OfferReader(today: try #require(CalendarDate("2026-12-31")))
    var bySource: [String: Int] = [:]
    var set: [Finding] = []
    let path = SharedData.file("data/offers/partner-feeds-samples.zip").path
    let summary = try reader.read(path: path) { record in
      switch record {
      case .offer(let offer, _, _):
        bySource[offer.source, default: 0] += 1
        #expect(!offer.title.isEmpty && offer.description.count > 40)
      case .quarantined(let finding, _): set.append(finding)
      }
    }
    #expect(set.isEmpty && !summary.findings.contains { $0.severity == .failure })
    #expect(
      bySource == [
        "apec": 5, "hellowork": 5, "meteojob": 3, "jobteaser": 2, "talentsoft": 5, "la-poste": 2, "kelio": 2,
        "decathlon": 3, "cegid": 4, "fichier": 2,
      ])
  }

  @Test(.enabled(if: SharedData.isPresent)) func theLanguageOfRealOffersIsTold() throws {
    let reader = OfferReader(today: try #require(CalendarDate("2026-12-31")), frenchOnly: true)
    var counts: [String: Int] = [:]
    _ = try reader.read(path: SharedData.file("data/offers/offers-dev.jsonl.gz").path) { record in
      if case .quarantined(let finding, _) = record { counts[finding.code, default: 0] += 1 }
    }
    #expect((150...300).contains(counts["OFFRE-017"] ?? 0))
  }
}
