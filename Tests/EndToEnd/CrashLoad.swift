import Foundation
import SkillMiner
import TestSupport

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// The mixed load of the crash campaign, and what of it the service acknowledged.
struct CrashLoad {
  /// Identifiers of offers, sent or dropped into the spool.
  private(set) var offers: Set<String> = []
  /// Marks that stand in the log of the review: corrected verdicts and observations of the field.
  private(set) var acts: Set<String> = []
  /// Rows of jobs.
  private(set) var jobs: Set<Int64> = []
  /// Offers that were found in the store.
  private var imported: Set<String> = []
  private var sent = 0

  let token: String
  let spool: String

  init(token: String, spool: String) {
    self.token = token
    self.spool = spool
  }

  // MARK: Sending

  /// Sends one thing of a kind chosen at random; without a port, only the spool can take it.
  mutating func send(port: Int?, using random: inout some RandomNumberGenerator) async throws {
    sent += 1
    let mark = "marque-\(sent)"
    guard let port else { return try drop() }
    switch Int.random(in: 0..<10, using: &random) {
    case 0..<4:
      let ids = (0..<3).map { "K\(sent)-\($0)" }
      if await post("offers?name=a.jsonl", "application/json", Self.lines(ids), port)?.status == 202 {
        offers.formUnion(ids)
      }
    case 4: try drop()
    case 5, 6:
      let csv = "date;organisme;territoire;metier_rome;observation;sens\n2026-08-20;Essai;;;\(mark);manque\n"
      if await post("field-signals?name=\(mark).csv", "text/csv", csv, port)?.status == 201 {
        acts.insert(mark)
      }
    case 7, 8:
      let body =
        "{\"certification\":\"RNCP34860\",\"family\":\"caces-r489\",\"level\":\"covered\",\"note\":\"\(mark)\"}"
      if await post("reviews", "application/json", body, port)?.status == 201 { acts.insert(mark) }
    default:
      let isBackup = Bool.random(using: &random)
      let reply = await post(
        isBackup ? "backups" : "exports", "application/json", isBackup ? "" : "{\"table\":\"offers\"}", port)
      if let reply, reply.status == 202, let id = reply.job { jobs.insert(id) }
    }
  }

  /// The spool takes over what was renamed into it.
  private mutating func drop() throws {
    let path = "\(spool)/offers/\(sent).jsonl"
    guard FileManager.default.fileExists(atPath: "\(spool)/offers") else { return }
    try Data(Self.lines(["D\(sent)"]).utf8).write(to: URL(filePath: path + ".part"))
    if rename(path + ".part", path) == 0 { offers.insert("D\(sent)") }
  }

  private static func lines(_ ids: [String]) -> String {
    ids.map {
      "{\"id\":\"\($0)\",\"source\":\"campagne\",\"title\":\"Soudeur\",\"description\":\"Vous soudez des pièces \($0).\","
        + "\"date\":\"2026-09-01\"}\n"
    }.joined()
  }

  /// What was answered; `nil` when nothing was.
  private func post(
    _ path: String, _ type: String, _ body: String, _ port: Int
  ) async -> (status: Int, job: Int64?)? {
    guard let url = URL(string: "http://127.0.0.1:\(port)/api/v1/\(path)") else { return nil }
    var request = URLRequest(url: url)
    request.httpMethod = "POST"
    request.timeoutInterval = 10
    request.setValue("Bearer \(token)", forHTTPHeaderField: "Authorization")
    request.setValue(type, forHTTPHeaderField: "Content-Type")
    request.httpBody = Data(body.utf8)
    do {
      let (data, response) = try await URLSession.shared.data(for: request)
      let object = try JSONSerialization.jsonObject(with: data) as? [String: Any]
      return ((response as? HTTPURLResponse)?.statusCode ?? 0, (object?["id"] as? NSNumber)?.int64Value)
    } catch {
      return nil
    }
  }

  // MARK: Looking for it

  /// What was acknowledged and is neither in the store nor, for offers, in a file that waits to be imported.
  mutating func lost(in store: Store) throws -> Set<String> {
    var missing = try missingOffers(in: store)
    for folder in ["work", "offers"] where !missing.isEmpty {
      for name in try FileManager.default.contentsOfDirectory(atPath: "\(spool)/\(folder)") {
        let text = try String(contentsOfFile: "\(spool)/\(folder)/\(name)", encoding: .utf8)
        missing = missing.filter { !text.contains("\"\($0)\"") }
      }
    }
    var payloads = ""
    var after = 0
    while true {
      let page = try store.audit(subject: nil, after: after, limit: 500)
      for entry in page { payloads += entry.payload + "\n" }
      guard let last = page.last else { break }
      after = last.sequence
    }
    let words = Set(payloads.matches(of: /marque-\d+/).map { String($0.output) })
    missing.formUnion(acts.subtracting(words))
    for job in jobs where try store.job(job) == nil { missing.insert("job \(job)") }
    return missing
  }

  /// Offers that were acknowledged and are not imported. Looks at the newest until all are found.
  mutating func missingOffers(in store: Store, again: Bool = false) throws -> Set<String> {
    var missing = again ? offers : offers.subtracting(imported)
    var before: Int64?
    repeat {
      let page = try store.offers(OfferSearch(), before: before, limit: 500)
      missing.subtract(page.offers.map(\.identifier))
      before = page.next
    } while before != nil && !missing.isEmpty
    imported = offers.subtracting(missing)
    return missing
  }
}
