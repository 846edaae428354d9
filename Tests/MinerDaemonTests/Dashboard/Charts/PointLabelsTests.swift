import TestSupport
import Testing

@testable import miner_daemon

@Suite struct PointLabelsTests {
  /// No name covers another name, nor a mark that is not its own; those wanted before all stand over marks.
  @Test func namesKeepClear() {
    var generator = SeededGenerator(seed: 12)
    for _ in 0..<30 {
      let marks = (0..<60).map { _ in
        (x: Double.random(in: 60...740, using: &generator), y: Double.random(in: 30...360, using: &generator))
      }
      var labels = PointLabels(marks: marks, from: 60, to: 740)
      for place in marks.indices {
        labels.place(place, String(repeating: "m", count: 4 + place % 20), isWanted: place < 2)
      }
      let boxes = labels.placed.map { place, label -> (place: Int, from: Double, to: Double) in
        let width = Double(label.words.count) * 6
        return label.anchor == "start"
          ? (place, label.x, label.x + width) : (place, label.x - width, label.x)
      }
      #expect(labels.placed.count <= 18)
      for box in boxes {
        #expect(box.from > 50 && box.to < 760)
        for other in boxes where other.place != box.place {
          let isApart = (marks[other.place].y - marks[box.place].y).magnitude >= 14
          #expect(isApart || other.to <= box.from || box.to <= other.from)
        }
        for (place, mark) in marks.enumerated() where place != box.place && box.place >= 2 {
          let isApart = (mark.y - marks[box.place].y).magnitude >= 9
          #expect(isApart || mark.x <= box.from || mark.x >= box.to)
        }
      }
    }
  }

  @Test func ticksHaveAsManyDecimalsAsTheFinestNeeds() {
    #expect(
      SVGCanvas.ticks(to: 0.2).map(\.words) == [
        "0\u{A0}%", "5\u{A0}%", "10\u{A0}%", "15\u{A0}%", "20\u{A0}%",
      ])
    #expect(
      SVGCanvas.ticks(to: 0.1).map(\.words) == [
        "0\u{A0}%", "2,5\u{A0}%", "5,0\u{A0}%", "7,5\u{A0}%", "10,0\u{A0}%",
      ])
  }
}
