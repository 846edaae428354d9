import Foundation

/// Fetches every offer of a period, cutting the question until each answer fits into what the API gives.
struct FranceTravailHarvest {
  /// What was fetched.
  struct Result {
    /// Offers written, each once.
    var offers = 0
    /// Questions that could not be cut small enough; some of their offers are missing.
    var overfull: [FranceTravailSlice] = []
  }

  let client: FranceTravailClient
  /// Codes of the départements.
  let departments: [String]
  /// Takes one offer as a line of JSON.
  let write: (Data) throws -> Void
  /// Called after each page with the number of offers so far.
  let progress: (Int) throws -> Void

  /// - Throws: `JobFailure`, and what `write` and `progress` throw.
  func run(from: Timestamp, until: Timestamp) throws -> Result {
    var result = Result()
    var seen: Set<String> = []
    var open = [FranceTravailSlice(from: from, until: until, department: nil)]
    while let slice = open.popLast() {
      let first = try client.page(slice, first: 0)
      if first.total > FranceTravailSlice.most {
        let parts = slice.parts(departments: departments)
        if !parts.isEmpty {
          open += parts.reversed()
          continue
        }
        result.overfull.append(slice)
      }
      try keep(first, &result, &seen)
      var place = FranceTravailSlice.page
      let most = min(first.total, FranceTravailSlice.most)
      while place < most {
        let page = try client.page(slice, first: place)
        // Offers that were withdrawn meanwhile shorten the list.
        if page.offers.isEmpty { break }
        try keep(page, &result, &seen)
        place += FranceTravailSlice.page
      }
    }
    return result
  }

  private func keep(
    _ page: FranceTravailClient.Page, _ result: inout Result, _ seen: inout Set<String>
  ) throws {
    for offer in page.offers {
      if let id = (offer as? [String: Any])?["id"] as? String, !seen.insert(id).inserted { continue }
      guard JSONSerialization.isValidJSONObject(offer) else { continue }
      try write(try JSONSerialization.data(withJSONObject: offer, options: [.sortedKeys]))
      result.offers += 1
    }
    try progress(result.offers)
  }
}
