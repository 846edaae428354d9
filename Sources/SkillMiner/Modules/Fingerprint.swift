import Taxonomy

/// What a result depends on, as text that is hashed: two results with the same fingerprint were made from the same
/// taxonomy, referentials, lexicon, code, offers and parameters.
struct Fingerprint {
  private var lines = ["skillminer-analysis 1", "code=\(Version.current)"]
  /// Digest of the certifications.
  let referential: String

  init(lexicon: Lexicon, certifications: [Certification], tables: CoverageTables, names: ModuleNames) {
    lines.append("taxonomy=\(lexicon.release.name) \(lexicon.release.digest)")
    lines.append("lexicon=\(lexicon.digest)")
    lines += tables.canonical
    lines += names.canonical
    let known = certifications.map(Self.line)
    var hash = SHA256()
    for line in known { hash.update(line + "\n") }
    referential = hash.finish()
    lines += known
  }

  /// Adds the offers looked at and the parameters they were looked at with.
  mutating func add(_ sample: OfferSample, parameters: AnalysisParameters, today: CalendarDate) {
    let window = sample.window.map { "\($0.lowerBound)..\($0.upperBound)" } ?? ""
    lines.append("offers=\(sample.offers.count) \(window)")
    lines.append("today=\(today)")
    lines += parameters.canonical
    addReadings(of: sample)
  }

  /// Adds what was read in each offer, a digest for some thousand offers: another lexicon, other weights or other offers
  /// of the same number and period are another analysis.
  private mutating func addReadings(of sample: OfferSample) {
    var part: [String] = []
    for offer in sample.offers {
      let families = (offer.demanded + [-1] + offer.provided).map { $0 < 0 ? "|" : sample.families[Int($0)] }
      part.append(
        "\(offer.identifier) \(offer.cluster) \(offer.employer) \(offer.territory) \(families.joined(separator: " "))"
      )
      if part.count == 4096 { close(&part) }
    }
    close(&part)
  }

  private mutating func close(_ part: inout [String]) {
    guard !part.isEmpty else { return }
    lines.append("readings=" + SHA256.digest(Array(part.joined(separator: "\n").utf8)))
    part.removeAll(keepingCapacity: true)
  }

  /// Adds what was found in the blocks.
  mutating func add(_ assessments: [CertificationAssessment]) {
    for assessment in assessments {
      let verdicts = assessment.families.map { "\($0.family.id)=\($0.verdict.level.rawValue)" }
      lines.append("verdicts=\(assessment.certification.code) " + verdicts.joined(separator: " "))
    }
  }

  /// Adds the tension that candidates were ranked with.
  mutating func add(tensionOf candidates: [ModuleCandidate]) {
    for candidate in candidates {
      guard let tension = candidate.criteria.tension else { continue }
      lines.append("tension=\(candidate.certification.code) \(tension)")
    }
  }

  /// Adds lines that say what else was looked at.
  mutating func add(_ canonical: [String]) { lines += canonical }

  /// Adds what the field said.
  mutating func add(_ signals: [FieldSignal]) {
    lines += signals.map { "field=\($0.id)" }
  }

  /// SHA-256, hexadecimal.
  var digest: String { SHA256.digest(Array(lines.joined(separator: "\n").utf8)) }

  private static func line(_ c: Certification) -> String {
    var fields: [String] = [c.code.description, c.title, c.shortTitle ?? "", c.prerequisites]
    fields.append(c.level.map { "\($0)" } ?? "")
    fields.append(c.expiry?.description ?? "")
    fields.append(c.isActive.map { "\($0)" } ?? "")
    fields.append(c.occupations.map(\.description).joined(separator: " "))
    fields.append(c.successors.map(\.description).joined(separator: " "))
    for block in c.blocks {
      fields.append(block.code)
      fields.append(block.title)
      fields += block.sentences
    }
    return "certification=" + fields.joined(separator: "\t")
  }
}
