/// A share as a dot on its interval, drawn as SVG: dark on light, told apart by shape and not by colour.
public enum IntervalChart {
  static let width = 260
  static let height = 30
  private static let left = 8.0
  private static let right = 252.0

  /// - Parameters:
  ///   - share: the dot, between 0 and 1.
  ///   - interval: the line.
  ///   - threshold: where a gap begins, drawn as a dashed line.
  ///   - scale: the share at the right end.
  /// - Returns: an `svg` element with a title for screen readers.
  public static func svg(share: Double, interval: WilsonInterval, threshold: Double, scale: Double) -> String
  {
    func x(_ value: Double) -> String {
      let clipped = min(max(value / max(scale, 0.01), 0), 1)
      return JSONOutput.number(((left + clipped * (right - left)) * 10).rounded() / 10)
    }
    let label =
      "\(FrenchNumber.percent(share)), intervalle \(FrenchNumber.percentRange(interval.lower, interval.upper))"
    return """
      <svg class="chart" viewBox="0 0 \(width) \(height)" role="img" aria-label="\(label)">\
      <title>\(label)</title>\
      <line class="axis" x1="\(x(0))" y1="18" x2="\(x(scale))" y2="18"/>\
      <line class="threshold" x1="\(x(threshold))" y1="4" x2="\(x(threshold))" y2="22"/>\
      <line class="interval" x1="\(x(interval.lower))" y1="12" x2="\(x(interval.upper))" y2="12"/>\
      <line class="interval" x1="\(x(interval.lower))" y1="8" x2="\(x(interval.lower))" y2="16"/>\
      <line class="interval" x1="\(x(interval.upper))" y1="8" x2="\(x(interval.upper))" y2="16"/>\
      <circle class="dot" cx="\(x(share))" cy="12" r="4"/>\
      <text x="\(x(0))" y="28">0</text>\
      <text x="\(x(scale))" y="28" text-anchor="end">\(FrenchNumber.percent(scale))</text></svg>
      """
  }

  /// A round share that holds the value: 10, 20, 40, 60, 80 or 100 %.
  public static func scale(for value: Double) -> Double {
    [0.1, 0.2, 0.4, 0.6, 0.8].first { value <= $0 } ?? 1
  }
}
