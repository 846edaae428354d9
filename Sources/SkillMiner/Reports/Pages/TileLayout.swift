import Taxonomy

/// Where each département and region stands when every one of them is a square of one size.
enum TileLayout {
  /// One square.
  struct Place: Hashable {
    let code: String
    let column: Int
    let row: Int
  }

  static func tiles(_ level: Territory.Level) -> [Place] { places(level == .region ? regions : departments) }

  private static func places(_ map: String) -> [Place] {
    map.split(separator: "\n").enumerated().flatMap { row, line in
      line.split(separator: " ").enumerated().compactMap { column, code in
        code == ".." ? nil : Place(code: String(code), column: column, row: row)
      }
    }
  }

  private static let departments = """
    .. .. .. .. .. .. 62 59 .. .. .. ..
    .. .. .. .. .. 76 80 02 08 .. .. ..
    .. .. .. 50 14 27 60 95 51 55 57 67
    29 22 35 53 61 78 92 93 77 10 54 88
    .. 56 44 49 72 28 75 94 89 52 70 68
    .. .. 85 79 37 41 91 45 58 21 25 90
    .. .. 17 86 36 18 03 71 39 01 74 ..
    .. .. 16 87 23 63 42 69 38 73 .. ..
    .. .. 33 24 19 15 43 07 26 05 .. ..
    .. 40 47 46 12 48 30 84 04 06 .. ..
    .. 64 32 82 81 34 13 83 .. .. .. 2B
    .. 65 31 09 11 66 .. .. .. .. .. 2A
    971 972 973 974 976 .. .. .. .. .. .. ..
    """

  private static let regions = """
    .. .. 32 .. ..
    .. 28 11 44 ..
    53 52 24 27 ..
    .. 75 .. 84 ..
    .. 76 .. 93 94
    01 02 03 04 06
    """
}
