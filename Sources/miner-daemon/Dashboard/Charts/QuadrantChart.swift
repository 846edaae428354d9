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
      middle - log(min(max(ratio, 1 / reach), reach)) / log(reach) * (low - high) / 2
    }
    canvas.rect(left, high, right - left, middle - high, "window")
    canvas.line(left, middle, right, middle, "axis")
    canvas.line(left, high, left, low, "axis")
    canvas.line(left, low, right, low, "axis")
    canvas.text(right, high - 8, "demande en hausse", "soft", anchor: "end")
    canvas.text(right, low - 8, "demande en baisse", "soft", anchor: "end")
    for ratio in [1 / reach, 1, reach] {
      canvas.text(
        left - 6, y(ratio) + 4, "× " + FrenchNumber.decimal(ratio, digits: ratio < 1 ? 2 : 0), anchor: "end")
    }
    for share in [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.4, 0.8]
    where share >= least && share <= most {
      canvas.line(x(share), low, x(share), low + 4, "axis")
      canvas.text(x(share), low + 18, FrenchNumber.percent(share), anchor: "middle")
    }
    canvas.text(
      (left + right) / 2, low + 40, "part récente des offres qui demandent (échelle logarithmique)", "soft",
      anchor: "middle")
    var labels: [(from: Double, to: Double, y: Double)] = []
    let strong: Set<SignalClass> = [.emerging, .growing, .declining, .vanishing]
    for point in points {
      let place = (x: x(point.share), y: y(point.ratio))
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
      let isRight = place.x < right - 200
      let words = SVGCanvas.cut(point.label, 28)
      let width = Double(words.count) * 6 + 8
      let box = (
        from: isRight ? place.x + 6 : place.x - 6 - width, to: isRight ? place.x + 6 + width : place.x - 6
      )
      let isFree = !labels.contains {
        ($0.y - place.y).magnitude < 14 && $0.from < box.to && box.from < $0.to
      }
      if isFree, strong.contains(point.kind) || labels.count < 16 {
        labels.append((from: box.from, to: box.to, y: place.y))
        canvas.text(
          isRight ? place.x + 9 : place.x - 9, place.y + 4, words, "small", anchor: isRight ? "start" : "end")
      }
      canvas.close(address)
    }
    return canvas.svg(chart, hasLinks: true)
  }
}
