/// A store that cannot do what was asked, said so that a person can act on it. Codes are permanent.
public struct StoreError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What went wrong, by permanent code.
  public enum Code: String, Sendable, CaseIterable {
    /// No file at this path.
    case absent = "STORE-001"
    /// The file is something else than a store.
    case foreign = "STORE-002"
    /// Written by a newer version of the program.
    case newer = "STORE-003"
    /// SQLite or our own checks find the content damaged.
    case corrupt = "STORE-004"
    /// The file, its folder or the way it was opened forbids writing.
    case readOnly = "STORE-005"
    /// No space left.
    case full = "STORE-006"
    /// Another program writes.
    case busy = "STORE-007"
    /// The file can be neither opened nor created.
    case cannotOpen = "STORE-008"
    /// The store holds no taxonomy yet.
    case noTaxonomy = "STORE-009"
    /// Written by an older version and opened for reading only, so that it cannot be brought up to date.
    case older = "STORE-010"
    /// Reading or writing the file failed.
    case inputOutput = "STORE-011"
    /// A file of archived offers is not beside the store.
    case archiveMissing = "STORE-012"
    /// A file of archived offers is another one, or was read otherwise than the store.
    case archiveDiffers = "STORE-013"
    /// Offers wait to be read, and what was asked would take their texts away.
    case unread = "STORE-014"
    /// Anything else SQLite reports.
    case other = "STORE-099"
  }

  /// What went wrong.
  public let code: Code
  /// Path of the store.
  public let path: String
  /// French: what is wrong.
  public let message: String
  /// French: what to do.
  public let advice: String

  /// Makes the value from its parts.
  public init(_ code: Code, path: String, message: String, advice: String) {
    self.code = code
    self.path = path
    self.message = message
    self.advice = advice
  }

  /// `skillminer.sqlite : message advice [STORE-003]`
  public var description: String { "\(path)\u{A0}: \(message) \(advice) [\(code.rawValue)]" }
}
