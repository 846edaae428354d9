import Foundation

/// The one way documents of the review are written: keys sorted, no white space, no escaped slashes, names in snake case.
/// The same value always gives the same bytes, so that a digest of them can be checked by anybody.
public enum AuditJSON {
  /// Writes a value.
  public static func text(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  /// Reads a value.
  ///
  /// - Throws: `DecodingError` when the text is no such value.
  public static func value<Value: Decodable>(_ type: Value.Type, from text: String) throws -> Value {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(type, from: Data(text.utf8))
  }
}
