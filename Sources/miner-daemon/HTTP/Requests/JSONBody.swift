import Foundation
import HTTPTypes
import Hummingbird

/// The body of a request as a value of ours.
enum JSONBody {
  /// - Throws: `Problem` that says which member cannot be used.
  static func read<Value: Decodable>(_ request: Request, as _: Value.Type, limit: Int = 1 << 20) async throws
    -> Value
  {
    let type = request.headers[.contentType]?.lowercased() ?? ""
    guard type.hasPrefix("application/json") else {
      throw Problem(.unsupportedMedia, "Un corps JSON est attendu (application/json).")
    }
    let bytes = try await BodyBytes.collect(request, limit: limit)
    do {
      return try JSONDecoder().decode(Value.self, from: Data(bytes))
    } catch let error as DecodingError {
      throw Problem(.badRequest, "Le corps ne convient pas\u{A0}: \(reason(error)).")
    }
  }

  private static func reason(_ error: DecodingError) -> String {
    func place(_ path: [any CodingKey]) -> String {
      path.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }.joined(separator: ".")
    }
    switch error {
    case .keyNotFound(let key, _): return "«\u{A0}\(key.stringValue.prefix(60))\u{A0}» manque"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      return "«\u{A0}\(place(context.codingPath).prefix(60))\u{A0}» n’est pas du type attendu"
    default: return "ce n’est pas du JSON bien formé"
    }
  }
}
