import Hummingbird

/// Parts of an address.
enum PathValue {
  /// The row a part names.
  ///
  /// - Throws: `Problem` `unknownResource` when it names none.
  static func row(_ context: ServiceContext, _ name: String, of what: String) throws -> Int64 {
    guard let text = context.parameters.get(name), let row = Int64(text), row > 0 else {
      throw Problem.unknown(what)
    }
    return row
  }

  /// The decoded text of a part.
  static func text(_ context: ServiceContext, _ name: String) throws -> String {
    guard let raw = context.parameters.get(name) else {
      throw Problem(.badRequest, "L’adresse n’est pas de l’UTF-8 bien encodé.")
    }
    return PercentText.decode(raw, plusIsSpace: false) ?? raw
  }
}
