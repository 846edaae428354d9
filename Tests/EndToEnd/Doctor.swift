import Foundation

/// The JSON of `doctor`: what a store holds and the journal of its imports.
struct Doctor: Decodable {
  let ok: Bool
  let counts: [String: Int]
  let imports: [Import]

  struct Import: Decodable {
    let kind: String
    let file: String
    let state: String
    let read: Int
    let ingested: Int
    let duplicates: Int
    let quarantined: Int
    let newVersions: Int
    let findings: [String: Int]

    /// Nothing lost: every record read is one of the three.
    var addsUp: Bool { read == ingested + duplicates + quarantined }
  }

  init(store: String) throws {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let outcome = try Program.run(["doctor", "--store", store, "--format", "json"])
    self = try decoder.decode(Doctor.self, from: outcome.output)
  }
}
