import SkillMiner

/// A drawing as an `svg` element: title and description for who does not see it, tints that stay apart for colour-blind
/// readers and on paper, and shapes beside tints.
enum ChartSVG {
  static func svg(_ chart: PageChart, links: LinkPolicy) -> String {
    switch chart.drawing {
    case .trend(let data): TrendChart(data).svg(chart)
    case .ranking(let rows, let scale): RankingChart(rows, scale: scale, links: links).svg(chart)
    case .heatmap(let data): HeatmapChart(data).svg(chart)
    case .decomposition(let rows): DecompositionChart(rows).svg(chart)
    case .tiles(let data): TileChart(data, links: links).svg(chart)
    case .map(let data, let outlines): OutlineChart(data, outlines, links: links).svg(chart)
    case .quadrant(let points): QuadrantChart(points, links: links).svg(chart)
    }
  }
}

extension ChartSVG {
  /// The drawing as a file of its own: its style is inside, its links are left out.
  static func file(_ chart: PageChart) -> String {
    let bare = LinkPolicy(page: { _ in nil }, twin: { _, _ in nil }, style: "", hasServer: false)
    let drawing = svg(chart, links: bare)
    guard let end = drawing.firstIndex(of: ">") else { return drawing }
    let head = drawing[..<end].replacing("<svg ", with: "<svg xmlns=\"http://www.w3.org/2000/svg\" ")
    return head + "><style>\(SiteStyle.drawings)</style>" + drawing[drawing.index(after: end)...] + "\n"
  }
}

/// Pieces every drawing is made of.
struct SVGCanvas {
  let width: Int
  let height: Int
  private(set) var body = ""

  init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }

  /// A number with one decimal at most.
  static func n(_ x: Double) -> String {
    let tenths = (x * 10).rounded()
    guard tenths.isFinite, tenths.magnitude < 1e9 else { return "0" }
    let value = Int(tenths)
    return value % 10 == 0
      ? String(value / 10) : "\(value < 0 ? "-" : "")\(value.magnitude / 10).\(value.magnitude % 10)"
  }

  mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ style: String) {
    body +=
      "<line class=\"\(style)\" x1=\"\(Self.n(x1))\" y1=\"\(Self.n(y1))\" x2=\"\(Self.n(x2))\" y2=\"\(Self.n(y2))\"/>"
  }

  mutating func rect(_ x: Double, _ y: Double, _ w: Double, _ h: Double, _ style: String, title: String = "")
  {
    let tip = title.isEmpty ? "/>" : "><title>\(HTMLText.escaped(title))</title></rect>"
    body +=
      "<rect class=\"\(style)\" x=\"\(Self.n(x))\" y=\"\(Self.n(y))\" width=\"\(Self.n(w))\" height=\"\(Self.n(h))\"\(tip)"
  }

  mutating func circle(_ x: Double, _ y: Double, _ r: Double, _ style: String, title: String = "") {
    let tip = title.isEmpty ? "/>" : "><title>\(HTMLText.escaped(title))</title></circle>"
    body += "<circle class=\"\(style)\" cx=\"\(Self.n(x))\" cy=\"\(Self.n(y))\" r=\"\(Self.n(r))\"\(tip)"
  }

  mutating func path(_ points: [(Double, Double)], _ style: String, closed: Bool = false) {
    guard let first = points.first else { return }
    let rest = points.dropFirst().map { "L\(Self.n($0.0)) \(Self.n($0.1))" }.joined()
    body +=
      "<path class=\"\(style)\" d=\"M\(Self.n(first.0)) \(Self.n(first.1))\(rest)\(closed ? "Z" : "")\"/>"
  }

  /// Several closed rings as one surface; a ring inside another is a hole.
  mutating func area(_ rings: [[(Double, Double)]], _ style: String, title: String) {
    let d = rings.map { ring in
      guard let first = ring.first else { return "" }
      return "M\(Self.n(first.0)) \(Self.n(first.1))"
        + ring.dropFirst().map { "L\(Self.n($0.0)) \(Self.n($0.1))" }.joined() + "Z"
    }.joined()
    body +=
      "<path class=\"\(style)\" fill-rule=\"evenodd\" d=\"\(d)\"><title>\(HTMLText.escaped(title))</title></path>"
  }

  mutating func text(
    _ x: Double, _ y: Double, _ words: String, _ style: String = "", anchor: String = "start"
  ) {
    body +=
      "<text\(style.isEmpty ? "" : " class=\"\(style)\"") x=\"\(Self.n(x))\" y=\"\(Self.n(y))\" text-anchor=\"\(anchor)\">\(HTMLText.escaped(words))</text>"
  }

  mutating func open(_ address: String?, label: String) {
    if let address {
      body += "<a href=\"\(HTMLText.escaped(address))\" aria-label=\"\(HTMLText.escaped(label))\">"
    }
  }

  mutating func close(_ address: String?) { if address != nil { body += "</a>" } }

  /// The element. Without links it is one image; with links it is a document whose links can be reached. A tall one takes
  /// a page of its own on paper, where its names would be too small else.
  func svg(_ chart: PageChart, hasLinks: Bool = false, isTall: Bool = false) -> String {
    let title = HTMLText.escaped(chart.title.plain)
    let id = HTMLText.escaped(chart.id)
    let kind = isTall ? " tall" : width <= 420 ? " small" : ""
    return
      "<svg class=\"chart\(kind)\" viewBox=\"0 0 \(width) \(height)\" preserveAspectRatio=\"xMinYMin\" width=\"\(width)\" height=\"\(height)\" \(hasLinks ? "" : "role=\"img\" ")aria-labelledby=\"\(id)-titre \(id)-texte\"><title id=\"\(id)-titre\">\(title)</title><desc id=\"\(id)-texte\">\(HTMLText.escaped(chart.description))</desc>\(body)</svg>"
  }

  /// Shares along an axis in four steps, all with as many decimals as the finest needs.
  static func ticks(to top: Double) -> [(share: Double, words: String)] {
    let isWhole = (top * 25).rounded() == top * 25
    return (0...4).map { step in
      let share = top * Double(step) / 4
      return (share, FrenchNumber.decimal(share * 100, digits: isWhole || step == 0 ? 0 : 1) + "\u{A0}%")
    }
  }

  /// A text cut to a number of signs.
  static func cut(_ text: String, _ count: Int) -> String {
    text.count <= count ? text : text.prefix(count - 1).trimmingSuffix(while: { $0 == " " }) + "…"
  }
}

extension Substring {
  fileprivate func trimmingSuffix(while isOut: (Character) -> Bool) -> String {
    var text = String(self)
    while let last = text.last, isOut(last) { text.removeLast() }
    return text
  }
}
