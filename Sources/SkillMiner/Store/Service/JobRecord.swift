/// A piece of work in the background.
public struct JobRecord: Hashable, Sendable {
  /// How far a job came.
  public enum State: String, Sendable, CaseIterable {
    case queued
    case running
    case done
    case failed
    case cancelled

    /// Whether nothing more will happen to it.
    public var isFinal: Bool { self != .queued && self != .running }
  }

  /// Row in the store.
  public let id: Int64
  /// What is done.
  public let kind: String
  /// How far it came.
  public let state: State
  /// What it is done with: a JSON object.
  public let parameters: String
  /// Who asked for it; `nil` for the service itself.
  public let requester: String?
  /// When it was asked for (UTC, ISO 8601).
  public let created: String
  /// When it was last begun.
  public let started: String?
  /// When it ended.
  public let finished: String?
  /// How often it was begun.
  public let attempts: Int
  /// What is being done.
  public let phase: String?
  /// Records done in this phase.
  public let done: Int
  /// Records there are, when that is known.
  public let total: Int?
  /// French: why it failed.
  public let message: String?
  /// What came of it: a JSON object.
  public let result: String?
}
