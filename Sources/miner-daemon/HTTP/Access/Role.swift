/// What somebody may do. Each role may do all that the ones before it may.
enum Role: String, CaseIterable, Comparable, Sendable {
  /// Reads what is published.
  case reader
  /// Brings data in.
  case contributor
  /// Decides on proposals.
  case reviewer
  /// Runs the service.
  case administrator

  static func < (a: Role, b: Role) -> Bool { a.rank < b.rank }

  private var rank: Int {
    switch self {
    case .reader: 0
    case .contributor: 1
    case .reviewer: 2
    case .administrator: 3
    }
  }
}
