/// One question to the API: offers created in a period, everywhere or in a département.
struct FranceTravailSlice: Hashable, Sendable {
  /// The API gives the first 3,150 results of a question, 150 at a time.
  static let most = 3150
  static let page = 150
  /// Shorter periods are not cut further, but by département.
  static let shortest = 3600

  /// First second.
  let from: Timestamp
  /// Last second.
  let until: Timestamp
  /// Code of a département; `nil` for all.
  let department: String?

  /// Smaller questions with the same answers together; empty when there are none.
  func parts(departments: [String]) -> [FranceTravailSlice] {
    let seconds = until.seconds - from.seconds
    let isLong = seconds > (department == nil ? Self.shortest : 1)
    guard isLong else {
      guard department == nil else { return [] }
      return departments.map { FranceTravailSlice(from: from, until: until, department: $0) }
    }
    let middle = from.seconds + seconds / 2
    return [
      FranceTravailSlice(from: from, until: Timestamp(seconds: middle), department: department),
      FranceTravailSlice(from: Timestamp(seconds: middle + 1), until: until, department: department),
    ]
  }

  /// The query of one page.
  func query(first: Int) -> String {
    var items = [
      ("minCreationDate", from.description), ("maxCreationDate", until.description), ("sort", "1"),
      ("range", "\(first)-\(min(first + Self.page, Self.most) - 1)"),
    ]
    if let department { items.append(("departement", department)) }
    return items.map { "\($0.0)=\(PercentText.encode($0.1))" }.joined(separator: "&")
  }
}
