/// Case of scalars, from a table for those of Western languages: asking Unicode for each scalar of a text costs more than
/// all the rest of reading it.
enum LatinScalars {
  /// Scalars below are in the table: ASCII, Latin-1 and Latin Extended-A.
  private static let limit: UInt32 = 0x180
  private static let uppercase = (0..<limit).map { Unicode.Scalar($0)?.properties.isUppercase ?? false }
  private static let lowercase = (0..<limit).map { Unicode.Scalar($0)?.properties.isLowercase ?? false }

  static func isUppercase(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < limit ? uppercase[Int(scalar.value)] : scalar.properties.isUppercase
  }

  static func isLowercase(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < limit ? lowercase[Int(scalar.value)] : scalar.properties.isLowercase
  }
}
