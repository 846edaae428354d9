import Foundation

/// The JSON of `modules`, read back as another program would read it.
struct Candidates: Decodable {
  let fingerprint: String
  let warnings: [String]
  let candidates: [Candidate]

  struct Candidate: Decodable {
    let certification: Certification
    let families: [Family]
    let links: String
    let flags: [String]
    let evidence: [Evidence]
  }

  struct Certification: Decodable {
    let code: String
    let title: String
    let expired: Bool
  }

  struct Family: Decodable {
    let family: String
    let label: String
    let verdict: String
    let demand: Double
    let interval: [Double]
    let offers: Int
    let offersTotal: Int
  }

  struct Evidence: Decodable {
    let offer: String
    let date: String?
    let sentence: String
    let start: Int
    let end: Int

    /// The words marked in the sentence.
    var mention: String {
      String(String.UnicodeScalarView(sentence.unicodeScalars.dropFirst(start).prefix(end - start)))
    }
  }

  init(json: Data) throws {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    self = try decoder.decode(Candidates.self, from: json)
  }

  /// Distinct certifications.
  var certifications: Set<String> { Set(candidates.map(\.certification.code)) }
}
