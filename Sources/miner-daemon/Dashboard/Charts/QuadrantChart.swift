import Foundation
import SkillMiner

/// Demand to the right, dynamics upwards; what is established is a full triangle, the rest an open circle.
struct QuadrantChart {
  private let points: [QuadrantPoint]
  private let links: LinkPolicy

  init(_ points: [QuadrantPoint], links: LinkPolicy) {
    self.points = points
    self.links = links
  }

  /// Round shares between two; finer steps where few of the coarse ones fall between them.
  static func ticks(from least: Double, to most: Double) -> [Double] {
    let range = least...most
    let coarse = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.4, 0.8].filter(range.contains)
    guard coarse.count < 3 else { return coarse }
    let fine = [0.001, 0.0015, 0.002, 0.0025, 0.003, 0.004, 0.005, 0.006, 0.008]
    return ([1, 10, 100].flatMap { scale in fine.map { $0 * scale } } + [1]).filter(range.contains)
  }

  /// A round share with the decimals it has.
  private static func words(_ share: Double) -> String {
    let digits = (0...2).first { digits in
      let scaled = share * pow(10, Double(digits + 2))
      return (scaled - scaled.rounded()).magnitude < 1e-6
    }
    return FrenchNumber.decimal(share * 100, digits: digits ?? 2) + "\u{A0}%"
  }

  func svg(_ chart: PageChart) -> String {
    var canvas = SVGCanvas(width: 760, height: 420)
    let (left, right, low, high) = (60.0, 740.0, 370.0, 24.0)
    let least = max(0.001, points.map(\.share).filter { $0 > 0 }.min() ?? 0.001)
    let most = max(least * 2, points.map(\.share).max() ?? 1)
    // Both axes are of proportions: the same distance is the same factor.
    func x(_ share: Double) -> Double {
      left + log(max(share, least) / least) / log(most / least) * (right - left - 90) + 10
    }
    let reach = min(8, max(2, points.map { max($0.ratio, 1 / max($0.ratio, 0.05)) }.max() ?? 2))
    let middle = (low + high) / 2
    func y(_ ratio: Double) -> Double {
      middle - log(min(max(ratio, 1 / reach), reach)) / log(reach) * ((low - high) / 2 - 10)
    }
    canvas.rect(left, high, right - left, middle - high, "window")
    canvas.line(left, middle, right, middle, "axis")
    canvas.line(left, high, left, low, "axis")
    canvas.line(left, low, right, low, "axis")
    canvas.text(left, high - 8, "rapport de cotes entre les deux périodes (échelle logarithmique)", "soft")
    canvas.text(right, high - 8, "demande en hausse", "soft", anchor: "end")
    canvas.text(right, low - 8, "demande en baisse", "soft", anchor: "end")
    let words = FrenchNumber.decimal(reach, digits: reach == reach.rounded() ? 0 : 1)
    // Points beyond the reach stand at its edge, and the edge says so.
    let above = points.contains { $0.ratio > reach } ? "≥\u{A0}" : ""
    let below = points.contains { $0.ratio < 1 / reach } ? "≥\u{A0}" : ""
    for (ratio, name) in [
      (1 / reach, below + "÷\u{A0}" + words), (1, "×\u{A0}1"), (reach, above + "×\u{A0}" + words),
    ] {
      canvas.text(left - 6, y(ratio) + 4, name, anchor: "end")
    }
    for share in Self.ticks(from: least, to: most) {
      canvas.line(x(share), low, x(share), low + 4, "axis")
      canvas.text(
        x(share), low + 18, Self.words(share), anchor: "middle")
    }
    canvas.text(
      (left + right) / 2, low + 40, "part récente des offres qui demandent (échelle logarithmique)", "soft",
      anchor: "middle")
    let strong: Set<SignalClass> = [.emerging, .growing, .declining, .vanishing]
    let marks = points.map { (x: x($0.share), y: y($0.ratio)) }
    var labels = PointLabels(marks: marks, from: left, to: right)
    let order =
      points.indices.filter { strong.contains(points[$0].kind) }
      + points.indices.filter { !strong.contains(points[$0].kind) }
    for place in order {
      labels.place(
        place, SVGCanvas.cut(points[place].label, 28), isWanted: strong.contains(points[place].kind))
    }
    for (index, point) in points.enumerated() {
      let place = marks[index]
      let tip =
        "\(point.label)\u{A0}: \(FrenchNumber.percent(point.share)), rapport \(FrenchNumber.decimal(point.ratio, digits: 2)), \(FrenchWords.signal(point.kind))"
      let address = point.link.flatMap(links.page)
      canvas.open(address, label: tip)
      switch point.kind {
      case .emerging, .growing:
        canvas.path(
          [(place.x, place.y - 6), (place.x + 6, place.y + 5), (place.x - 6, place.y + 5)], "mark up",
          closed: true)
      case .declining, .vanishing:
        canvas.path(
          [(place.x, place.y + 6), (place.x + 6, place.y - 5), (place.x - 6, place.y - 5)], "mark down",
          closed: true)
      default: canvas.circle(place.x, place.y, 4, "mark open", title: tip)
      }
      if let label = labels.placed[index] {
        canvas.text(label.x, place.y + 4, label.words, "small", anchor: label.anchor)
      }
      canvas.close(address)
    }
    return canvas.svg(chart, hasLinks: true)
  }
}
