/// A line of the frame with the places where the offer's own words go.
struct FrameLine {
  enum Slot: Equatable { case employer, city, title, agency, soft, softCapital }
  enum Piece {
    case text(Bytes)
    case slot(Slot)
  }

  let pieces: [Piece]

  private static let names: [(String, Slot)] = [
    ("{employer}", .employer), ("{city}", .city), ("{title}", .title), ("{agency}", .agency),
    ("{soft}", .soft), ("{Soft}", .softCapital),
  ]

  init(_ text: String) {
    var pieces: [Piece] = []
    var rest = text[...]
    scan: while !rest.isEmpty {
      if let open = rest.firstIndex(of: "{") {
        for (name, slot) in Self.names where rest[open...].hasPrefix(name) {
          if open > rest.startIndex { pieces.append(.text(Bytes(rest[..<open].utf8))) }
          pieces.append(.slot(slot))
          rest = rest[open...].dropFirst(name.count)
          continue scan
        }
      }
      break
    }
    if !rest.isEmpty { pieces.append(.text(Bytes(rest.utf8))) }
    self.pieces = pieces
  }
}
