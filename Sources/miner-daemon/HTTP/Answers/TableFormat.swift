import HTTPTypes
import Hummingbird

/// The forms a table can be asked for.
enum TableFormat: Sendable {
  case json
  case csv

  /// The form of the header `Accept`; JSON when nothing is said.
  ///
  /// - Throws: `Problem` when neither form would do.
  static func preferred(by request: Request) throws -> TableFormat {
    guard let accept = request.headers[.accept] else { return .json }
    var best: (format: TableFormat, quality: Double)?
    for entry in accept.split(separator: ",") {
      let parts = entry.split(separator: ";").map { $0.filter { $0 != " " }.lowercased() }
      let quality = parts.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) } ?? 1
      let format: TableFormat
      switch parts.first {
      case "text/csv": format = .csv
      case "application/json", "application/*", "*/*": format = .json
      case "text/*": format = .csv
      default: continue
      }
      if quality > best?.quality ?? 0 { best = (format, quality) }
    }
    guard let best else {
      throw Problem(.notAcceptable, "Formats proposés\u{A0}: application/json, text/csv.")
    }
    return best.format
  }
}
