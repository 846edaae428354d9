import Foundation
import SkillMiner
import Taxonomy

/// One line given to `extract`.
struct ExtractInput {
  /// A line that is no offer; French: what is wrong and what to do.
  struct Rejection: Error, CustomStringConvertible {
    let description: String
  }

  let identifier: String
  let offer: GivenTexts

  init(identifier: String, offer: GivenTexts) {
    self.identifier = identifier
    self.offer = offer
  }

  /// The offer of a line; `nil` for a blank one.
  ///
  /// - Throws: `Rejection`.
  static func read(_ line: LineReader.Line) throws -> ExtractInput? {
    switch line {
    case .text(_, let content):
      guard content.contains(where: { $0 != 0x20 && $0 != 0x09 }) else { return nil }
      return try ExtractInput(line: content)
    case .tooLong:
      throw Rejection(description: "ligne démesurée. Vérifiez qu’il y a une offre par ligne.")
    }
  }

  /// - Throws: `Rejection`.
  init(line: [UInt8]) throws {
    if let plain = ExtractLine(line), let identifier = plain.identifier, !identifier.isEmpty {
      try self.init(
        identifier: identifier, title: plain.title ?? plain.intitule ?? "",
        description: plain.description ?? "", code: plain.code ?? plain.romeCode)
    } else {
      try self.init(general: line)
    }
  }

  /// By the general reader, which knows all of JSON.
  init(general line: [UInt8]) throws {
    guard let object = try? JSONSerialization.jsonObject(with: Data(line)) as? [String: Any] else {
      throw Rejection(
        description: "ce n’est pas un objet JSON complet en UTF-8. Vérifiez qu’il y a une offre par ligne.")
    }
    func text(_ names: String...) -> String? {
      names.lazy.compactMap { object[$0] as? String }.first
    }
    let identifier: String
    switch object["id"] {
    case let id as String where !id.isEmpty: identifier = id
    case let id as NSNumber: identifier = id.stringValue
    default: throw Rejection(description: "l’offre n’a pas d’identifiant. Ajoutez un champ «\u{A0}id\u{A0}».")
    }
    try self.init(
      identifier: identifier, title: text("title", "intitule") ?? "", description: text("description") ?? "",
      code: text("rome_code", "romeCode"))
  }

  private init(identifier: String, title: String, description: String, code: String?) throws {
    guard !title.isEmpty || !description.isEmpty else {
      throw Rejection(
        description:
          "l’offre n’a ni «\u{A0}title\u{A0}» ni «\u{A0}description\u{A0}». Ajoutez au moins l’un d’eux.")
    }
    self.init(
      identifier: identifier,
      offer: GivenTexts(title: title, description: description, occupation: code.flatMap { ROMECode($0) }))
  }
}
