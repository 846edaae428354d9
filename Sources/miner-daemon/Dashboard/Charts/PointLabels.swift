/// Names beside the marks of a cloud of points: right of the mark or left of it, over no other mark and no other name. A
/// name without room is left out; the mark tells it to who points at it.
struct PointLabels {
  /// Where a name stands.
  struct Label {
    let x: Double
    let anchor: String
    let words: String
  }

  /// Most names that are not wanted before all.
  private static let limit = 16

  /// By place of the mark.
  private(set) var placed: [Int: Label] = [:]
  private let marks: [(x: Double, y: Double)]
  private let from: Double
  private let to: Double
  private var boxes: [(from: Double, to: Double, y: Double)] = []

  init(marks: [(x: Double, y: Double)], from: Double, to: Double) {
    self.marks = marks
    self.from = from
    self.to = to
  }

  /// - Parameter isWanted: whether the name stands even over other marks.
  mutating func place(_ index: Int, _ words: String, isWanted: Bool) {
    guard isWanted || placed.count < Self.limit else { return }
    let mark = marks[index]
    let width = Double(words.count) * 6 + 8
    let sides = [
      (box: (from: mark.x + 6, to: mark.x + 6 + width, y: mark.y), x: mark.x + 9, anchor: "start"),
      (box: (from: mark.x - 6 - width, to: mark.x - 6, y: mark.y), x: mark.x - 9, anchor: "end"),
    ].filter { $0.box.from >= from && $0.box.to <= to + 10 && isClear($0.box) }
    let free = sides.first { side in
      !marks.indices.contains { other in
        other != index && (marks[other].y - mark.y).magnitude < 9 && marks[other].x > side.box.from - 4
          && marks[other].x < side.box.to + 4
      }
    }
    guard let side = free ?? (isWanted ? sides.first : nil) else { return }
    boxes.append(side.box)
    placed[index] = Label(x: side.x, anchor: side.anchor, words: words)
  }

  private func isClear(_ box: (from: Double, to: Double, y: Double)) -> Bool {
    !boxes.contains { ($0.y - box.y).magnitude < 14 && $0.from < box.to && box.from < $0.to }
  }
}
