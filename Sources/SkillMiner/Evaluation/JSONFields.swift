import Foundation
import Taxonomy

/// The members of one JSON object of an input line, asked for by type.
struct JSONFields {
  /// A field that is absent or of another type.
  struct Missing: Error {
    let name: String
  }

  private let object: [String: Any]

  /// `nil` when the bytes are no JSON object.
  init?(line: [UInt8]) {
    do {
      guard let object = try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any] else {
        return nil
      }
      self.object = object
    } catch {
      return nil
    }
  }

  private init(object: [String: Any]) { self.object = object }

  /// A text; numbers are taken for identifiers.
  func text(_ name: String) throws -> String {
    switch object[name] {
    case let text as String: return text
    case let number as NSNumber: return number.stringValue
    default: throw Missing(name: name)
    }
  }

  /// A text, `nil` when it is absent or null.
  func optionalText(_ name: String) throws -> String? {
    guard let value = object[name], !(value is NSNull) else { return nil }
    return try text(name)
  }

  func integer(_ name: String) throws -> Int {
    guard let number = object[name] as? NSNumber, let value = Int(number.stringValue)
    else { throw Missing(name: name) }
    return value
  }

  /// Texts of an array.
  func texts(_ name: String) throws -> [String] {
    guard let array = object[name] as? [Any] else { throw Missing(name: name) }
    return try array.map { value in
      switch value {
      case let text as String: return text
      case let number as NSNumber: return number.stringValue
      default: throw Missing(name: name)
      }
    }
  }

  /// Objects of an array.
  func objects(_ name: String) throws -> [JSONFields] {
    guard let array = object[name] as? [Any] else { throw Missing(name: name) }
    return try array.map { value in
      guard let object = value as? [String: Any] else { throw Missing(name: name) }
      return JSONFields(object: object)
    }
  }
}
