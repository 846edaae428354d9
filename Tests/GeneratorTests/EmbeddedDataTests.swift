import Foundation
import TestSupport
import Testing

@testable import corpus_generator

/// The banks against families.csv, the certifications and, where present, the official files.
@Suite struct EmbeddedDataTests {
  private static let data = TestSupport.SharedData.packageRoot.appending(path: "taxonomy-data")

  private struct Family {
    let id: String
    let kind: String
    let codes: [Substring]
  }

  /// The last field holds codes and the one before it the kind; only the label may be quoted.
  private static func families() throws -> [Family] {
    let text = try String(contentsOf: data.appending(path: "overlays/families.csv"), encoding: .utf8)
    return text.split(separator: "\n").dropFirst().map { line in
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      return Family(
        id: String(fields[0]), kind: String(fields[fields.count - 2]),
        codes: fields[fields.count - 1].split(separator: " "))
    }
  }

  private struct Certification: Decodable {
    struct Block: Decodable {
      let code: String
      let competences: [String]
    }
    let code: String
    let intitule: String
    let rome_2021: [String]
    let blocs: [Block]
  }

  private static func certifications() throws -> [Certification] {
    let text = try Data(contentsOf: data.appending(path: "certifications/certifications.jsonl"))
    return try text.split(separator: 0x0A).map { try JSONDecoder().decode(Certification.self, from: $0) }
  }

  @Test func familiesOfTheBankStandInTheOverlay() throws {
    let families = try Self.families()
    let byID = Dictionary(grouping: families, by: \.id)
    #expect(byID.count == families.count)
    for wording in try Corpus.bank().families {
      let family = try #require(byID[wording.id]?.first, "\(wording.id)")
      #expect(family.kind == wording.kind, "\(wording.id)")
      #expect(family.codes.isEmpty == !wording.isLinked, "\(wording.id)")
    }
  }

  @Test func noItemStandsInTwoFamilies() throws {
    let codes = try Self.families().flatMap(\.codes)
    #expect(Set(codes).count == codes.count)
  }

  @Test func certificationsOfThePlanExistWithBlocks() throws {
    let certifications = try Self.certifications()
    #expect(certifications.count >= 34)
    for certification in certifications {
      #expect(!certification.blocs.isEmpty && !certification.rome_2021.isEmpty, "\(certification.code)")
      for block in certification.blocs {
        #expect(block.code.hasPrefix(certification.code) && !block.competences.isEmpty)
      }
    }
    let known = Set(certifications.map(\.code))
    let bank = try Corpus.bank()
    #expect(Set(bank.certifications.map(\.code)) == known)
    let families = Set(bank.families.map(\.id))
    for plan in bank.certifications {
      #expect(families.isSuperset(of: plan.covered), "\(plan.code)")
      #expect(!plan.occupations.isEmpty)
    }
  }

  @Test(.enabled(if: TestSupport.SharedData.isPresent))
  func familyCodesExistAndNoTaskOrSentenceIsALabel() throws {
    var labels: Set<String> = []
    var codes: Set<Substring> = []
    for table in ["referentiel_competence", "referentiel_savoir"] {
      let text = try unzip(
        TestSupport.SharedData.file("data/rome/rome-v460-csv.zip").path, "*\(table)_v460*")
      for line in text.split(whereSeparator: \.isNewline) {
        let fields = line.split(separator: "\",\"", omittingEmptySubsequences: false)
        guard fields.count > 3, let code = fields[0].split(separator: "\"").first else { continue }
        codes.insert(code)
        labels.insert(fold(String(table == "referentiel_competence" ? fields[2] : fields[1])))
      }
    }
    #expect(labels.count > 30_000)
    for family in try Self.families() {
      let unknown = family.codes.filter { !codes.contains($0) }
      #expect(unknown.isEmpty, "\(family.id)")
    }
    let bank = try Corpus.bank()
    let tasks = bank.families.flatMap(\.tasks) + bank.occupations.flatMap(\.tasks)
    for task in tasks.joined() {
      let text = String(decoding: task.infinitive, as: UTF8.self)
      let isLabel = labels.contains(fold(text))
      #expect(!isLabel, "\(text)")
    }
    for family in bank.families {
      for sentence in family.required where sentence.count > 30 {
        let text = String(decoding: sentence, as: UTF8.self)
        let isLabel = labels.contains(fold(text))
        #expect(!isLabel, "\(text)")
      }
      let close = family.wordings.count { labels.contains(fold($0)) }
      #expect(close <= 2, "\(family.id)")
    }
  }

  @Test(.enabled(if: TestSupport.SharedData.isPresent))
  func communesAreThoseOfTheOfficialCode() throws {
    let text = try unzip(
      TestSupport.SharedData.file("data/territories/cog_ensemble_2024_csv.zip").path,
      "v_commune_2024.csv")
    var codes: Set<String> = []
    for line in text.split(whereSeparator: \.isNewline) {
      let fields = line.replacing("\"", with: "").split(separator: ",", omittingEmptySubsequences: false)
      if fields.count > 9, fields[0] == "COM" { codes.insert("\(fields[1]),\(fields[9])") }
    }
    let places = try Corpus.bank().places
    #expect(places.count >= 60)
    for place in places {
      let commune = String(decoding: place.commune, as: UTF8.self)
      let key = commune + "," + String(decoding: place.name, as: UTF8.self)
      let isKnown = codes.contains(key)
      #expect(isKnown, "\(key)")
    }
  }

  private func fold(_ text: String) -> String {
    text.replacing("’", with: "'").folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
  }

  private func unzip(_ archive: String, _ member: String) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["unzip", "-p", archive, member]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
