/// How far an import or a re-extraction has come; given to a callback after each batch.
public struct IngestProgress: Hashable, Sendable {
  /// What is being done.
  public enum Phase: String, Sendable {
    /// Reading records of an input and keeping them.
    case importing
    /// Reading stored offers again, with another lexicon.
    case extracting
    /// Comparing offers with one another.
    case clustering
  }

  /// What is being done.
  public let phase: Phase
  /// The input, when there is one.
  public let file: String?
  /// Records done so far.
  public let done: Int
  /// Records there are, when that is known.
  public let total: Int?

  /// Makes the value from its parts.
  public init(phase: Phase, file: String? = nil, done: Int, total: Int? = nil) {
    self.phase = phase
    self.file = file
    self.done = done
    self.total = total
  }
}

/// Called after each acknowledged batch; an error thrown here stops the work, and nothing acknowledged is lost.
public typealias IngestProgressHandler = (IngestProgress) throws -> Void
