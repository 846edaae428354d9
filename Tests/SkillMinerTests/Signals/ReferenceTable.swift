import Foundation
import TestSupport

/// A fixture written by `Tests/fixtures-scripts/signals.py`: random tables with a reference library's answer.
struct ReferenceTable {
  /// One line of the fixture.
  struct Line {
    let number: Int
    fileprivate let fields: [Substring]

    /// Numbers of a field.
    func numbers(_ field: Int) -> [Double] { fields[field].split(separator: " ").compactMap { Double($0) } }

    /// Groups of numbers of a field.
    func groups(_ field: Int) -> [[Double]] {
      fields[field].split(separator: "|").map { $0.split(separator: " ").compactMap { Double($0) } }
    }

    /// The number of a field; not a number when it cannot be read, which no comparison passes.
    func number(_ field: Int) -> Double { Double(fields[field]) ?? .nan }
  }

  let lines: [Line]

  init(_ name: String) throws {
    let url = SharedData.packageRoot.appending(path: "Tests/SkillMinerTests/Signals/Fixtures/\(name).csv")
    let text = try String(contentsOf: url, encoding: .utf8)
    lines = text.split(separator: "\n").dropFirst().enumerated().map {
      Line(number: $0 + 2, fields: $1.split(separator: ",", omittingEmptySubsequences: false))
    }
  }

  /// Lines where `difference` is not within `tolerance`; none is what tests want.
  func failures(within tolerance: Double, _ difference: (Line) -> Double) -> [Int] {
    lines.filter { !(difference($0) <= tolerance) }.map(\.number)
  }
}

/// Distance of two numbers, relative where they are large.
func distance(_ a: Double?, _ b: Double) -> Double {
  guard let a else { return .infinity }
  return (a - b).magnitude / max(1, b.magnitude)
}
