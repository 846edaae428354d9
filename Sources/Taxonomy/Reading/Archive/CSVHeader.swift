/// Column names of a CSV file.
///
/// Names compare as Swift strings do, by canonical equivalence, so that `Compétences` is found whether its accent is
/// composed or not.
public struct CSVHeader: Sendable {
  /// Names in order, without surrounding white space.
  public let names: [String]
  private let index: [String: Int]

  init(_ names: [String]) {
    self.names = names
    index = Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Place of a column; `nil` when it is missing.
  public func column(_ name: String) -> Int? { index[name] }
}
