import Foundation

/// The three exports of one analysis.
struct Reports: Equatable {
  let json: Data
  let csv: Data
  let html: Data

  /// Runs `modules` in each format on the same day.
  init(store: String, today: String) throws {
    func export(_ format: String) throws -> Data {
      try Program.run(["modules", "--store", store, "--today", today, "--format", format]).output
    }
    json = try export("json")
    csv = try export("csv")
    html = try export("html")
  }
}
