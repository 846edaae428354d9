import Foundation

/// Figures as Markdown and as a drawing.
enum Output {
  static func number(_ x: Double, _ digits: Int = 3) -> String {
    String(format: "%.\(digits)f", x).split(separator: ".").joined(separator: ",")
  }

  /// Power against support, a line an effect.
  static func chart(supports: [Int], curves: [(effect: Double, power: [Double])]) -> String {
    let (left, top, width, height) = (60.0, 20.0, 520.0, 300.0)
    func x(_ support: Int) -> Double {
      let span = log(Double(supports.last ?? 1)) - log(Double(supports.first ?? 1))
      return left + width * (log(Double(support)) - log(Double(supports.first ?? 1))) / span
    }
    func y(_ power: Double) -> Double { top + height * (1 - power) }
    func f(_ v: Double) -> String { String(format: "%.1f", v) }
    let colours = ["#8a8a8a", "#c0561f", "#1f5fa8", "#2d7d46"]
    var svg = """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 680 380" font-family="sans-serif" font-size="12">
      <title>Puissance selon l’effectif et l’ampleur du changement</title>
      <rect width="680" height="380" fill="white"/>

      """
    for step in 0...5 {
      let level = Double(step) / 5
      svg += "<line x1=\"\(f(left))\" x2=\"\(f(left + width))\" y1=\"\(f(y(level)))\" y2=\"\(f(y(level)))\" "
      svg += "stroke=\"\(step == 4 ? "#888" : "#ddd")\"/>"
      svg +=
        "<text x=\"\(f(left - 8))\" y=\"\(f(y(level) + 4))\" text-anchor=\"end\">\(number(level, 1))</text>\n"
    }
    for support in supports {
      svg += "<text x=\"\(f(x(support)))\" y=\"340\" text-anchor=\"middle\">\(support)</text>\n"
    }
    for (index, curve) in curves.enumerated() {
      let points = zip(supports, curve.power).map { "\(f(x($0))),\(f(y($1)))" }.joined(separator: " ")
      let colour = colours[index % colours.count]
      svg += "<polyline points=\"\(points)\" fill=\"none\" stroke=\"\(colour)\" stroke-width=\"2\"/>\n"
      for (support, power) in zip(supports, curve.power) {
        svg += "<circle cx=\"\(f(x(support)))\" cy=\"\(f(y(power)))\" r=\"3\" fill=\"\(colour)\"/>"
      }
      let last = curve.power.last ?? 0
      svg += "\n<text x=\"\(f(left + width + 8))\" y=\"\(f(y(last) + 4))\" fill=\"\(colour)\">"
      svg += "× \(number(curve.effect, 2))</text>\n"
    }
    svg +=
      "<text x=\"\(f(left + width / 2))\" y=\"364\" text-anchor=\"middle\">offres demandeuses sur 2 000 dans "
    svg += "la période de référence</text>\n</svg>\n"
    return svg
  }
}
