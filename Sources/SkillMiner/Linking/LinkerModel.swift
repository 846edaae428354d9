/// The weights that decide: readable tables, one row a named feature.
///
/// A *spans* table accepts or refuses a proposed span; an *items* table ranks the items that could be meant. Both are
/// logistic: the decision is a sum of feature × weight, so it can print its reasons.
public struct LinkerModel: Sendable {
  let spans: [Float]
  let items: [Float]
  /// A span is kept when its probability reaches this.
  let spanThreshold: Float
  /// A span is linked to its best item when the item's probability reaches this; otherwise it stays unlinked.
  let itemThreshold: Float

  /// Accepts nothing that no written form covers.
  public static let none = LinkerModel(
    spans: [Float](repeating: 0, count: SpanFeature.count), items: [Float](repeating: 0, count: RankFeature.count + 1),
    spanThreshold: 2, itemThreshold: 2)

  init(spans: [Float], items: [Float], spanThreshold: Float, itemThreshold: Float) {
    self.spans = spans
    self.items = items
    self.spanThreshold = spanThreshold
    self.itemThreshold = itemThreshold
  }

  /// Reads a table of `model,feature,weight` rows with a header.
  ///
  /// - Throws: `ModelError` naming the first line that cannot be used; a feature that the table does not name weighs 0.
  public init(csv: String) throws {
    var spans = [Float](repeating: 0, count: SpanFeature.count)
    var items = [Float](repeating: 0, count: RankFeature.count + 1)
    var thresholds: (span: Float, item: Float) = (0.5, 0.3)
    let spanNames = Dictionary(uniqueKeysWithValues: SpanFeature.allCases.map { ("\($0)", $0.rawValue) })
    let itemNames = Dictionary(uniqueKeysWithValues: RankFeature.allCases.map { ("\($0)", $0.rawValue) })
    for (number, line) in csv.split(separator: "\n", omittingEmptySubsequences: false).enumerated() where number > 0 {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      if line.isEmpty { continue }
      guard cells.count == 3, let weight = Float(cells[2]) else { throw ModelError(line: number + 1, text: String(line)) }
      switch (cells[0], cells[1]) {
      case ("span", "threshold"): thresholds.span = weight
      case ("item", "threshold"): thresholds.item = weight
      case ("item", "bias"): items[RankFeature.count] = weight
      case ("span", let name):
        guard let index = spanNames[name] else { throw ModelError(line: number + 1, text: String(line)) }
        spans[index] = weight
      case ("item", let name):
        guard let index = itemNames[name] else { throw ModelError(line: number + 1, text: String(line)) }
        items[index] = weight
      default: throw ModelError(line: number + 1, text: String(line))
      }
    }
    self.init(spans: spans, items: items, spanThreshold: thresholds.span, itemThreshold: thresholds.item)
  }

  /// Sum of feature × weight of a span.
  func spanScore(_ features: UnsafeMutableBufferPointer<Float>) -> Float {
    spans.withUnsafeBufferPointer { weights in
      var sum: Float = 0
      for index in 0..<SpanFeature.count { sum += features[index] * weights[index] }
      return sum
    }
  }

  /// Probability that an item is meant.
  func itemScore(_ features: [Float]) -> Float {
    var sum = items[RankFeature.count]
    for index in features.indices { sum += features[index] * items[index] }
    return Self.probability(sum)
  }

  /// Logistic function, without a library: e^-|x| by repeated squaring of a short series, exact enough and the same everywhere.
  static func probability(_ x: Float) -> Float {
    let magnitude = min(abs(x), 30)
    let step = magnitude / 1024
    var e = 1 - step + step * step / 2 - step * step * step / 6
    for _ in 0..<10 { e *= e }
    return x >= 0 ? 1 / (1 + e) : e / (1 + e)
  }

  /// Log-odds of a probability threshold.
  static func logit(_ p: Float) -> Float { PhraseIndex.log(p / max(1e-6, 1 - p)) }
}

/// A row of a model table that cannot be used.
public struct ModelError: Error, CustomStringConvertible {
  public let line: Int
  public let text: String

  public var description: String {
    "Table de poids, ligne \(line)\u{A0}: « \(text) » n’est pas de la forme modèle,trait,poids. Régénérez-la avec « lexicon fit »."
  }
}
