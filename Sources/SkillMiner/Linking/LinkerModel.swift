/// The weights that decide: readable tables, one row a named feature.
///
/// *span* accepts or refuses a proposed span (logistic), *item* ranks the items that could be meant (multinomial
/// logistic over the proposals of a span), *accept* says whether the best of them is good enough (logistic). Every
/// decision is a sum of feature × weight, so it can print its reasons. The table was fitted on annotated offers.
public struct LinkerModel: Sendable {
  /// Weights of `SpanFeature`.
  let spans: [Float]
  /// Weights of `RankFeature`.
  let items: [Float]
  /// What they add to that by steps.
  let itemSteps: StepWeights
  /// Weights of `RankFeature`, then of the best item's score, of its lead over the next, and a constant.
  let accept: [Float]
  /// A span is kept when its probability reaches this.
  let spanThreshold: Float
  /// A span is linked to its best item when the item's probability reaches this; otherwise it stays unlinked.
  let itemThreshold: Float
  /// A link counts as demand of its item's family when its probability reaches this; below, it is a guess to look at.
  let countThreshold: Float

  /// Accepts nothing.
  public static let none = LinkerModel(
    spans: [Float](repeating: 0, count: SpanFeature.count),
    items: [Float](repeating: 0, count: RankFeature.count), itemSteps: [],
    accept: [Float](repeating: 0, count: RankFeature.count + 3), spanThreshold: 0.999, itemThreshold: 2,
    countThreshold: 2)

  init(
    spans: [Float], items: [Float], itemSteps: [StepWeights.Step], accept: [Float], spanThreshold: Float,
    itemThreshold: Float,
    countThreshold: Float
  ) {
    self.spans = spans
    self.items = items
    self.itemSteps = StepWeights(itemSteps)
    self.accept = accept
    self.spanThreshold = spanThreshold
    self.itemThreshold = itemThreshold
    self.countThreshold = countThreshold
  }

  /// Reads a table of `model,feature,weight` rows with a header; `item,feature>threshold,weight` is a step.
  ///
  /// - Throws: `ModelError` naming the first line that cannot be used; a feature that the table does not name weighs 0.
  public init(csv: String) throws {
    var spans = [Float](repeating: 0, count: SpanFeature.count)
    var items = [Float](repeating: 0, count: RankFeature.count)
    var itemSteps: [StepWeights.Step] = []
    var accept = [Float](repeating: 0, count: RankFeature.count + 3)
    var thresholds: (span: Float, item: Float, count: Float) = (0.5, 0.3, 0.3)
    let spanNames = Dictionary(uniqueKeysWithValues: SpanFeature.allCases.map { ("\($0)", $0.rawValue) })
    let itemNames = Dictionary(uniqueKeysWithValues: RankFeature.allCases.map { ("\($0)", $0.rawValue) })
    for (number, line) in csv.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where number > 0 {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      if line.isEmpty { continue }
      guard cells.count == 3, let weight = Float(cells[2]) else {
        throw ModelError(line: number + 1, text: String(line))
      }
      switch (cells[0], cells[1]) {
      case ("span", "threshold"): thresholds.span = weight
      case ("accept", "threshold"): thresholds.item = weight
      case ("accept", "counted"): thresholds.count = weight
      case ("accept", "score"): accept[RankFeature.count] = weight
      case ("accept", "lead"): accept[RankFeature.count + 1] = weight
      case ("accept", "constant"): accept[RankFeature.count + 2] = weight
      case ("span", let name):
        guard let index = spanNames[name] else { throw ModelError(line: number + 1, text: String(line)) }
        spans[index] = weight
      case ("item", let name) where name.contains(">"):
        let parts = name.split(separator: ">")
        guard parts.count == 2, let index = itemNames[String(parts[0])], let threshold = Float(parts[1])
        else { throw ModelError(line: number + 1, text: String(line)) }
        itemSteps.append(StepWeights.Step(feature: index, threshold: threshold, weight: weight))
      case ("item", let name):
        guard let index = itemNames[name] else { throw ModelError(line: number + 1, text: String(line)) }
        items[index] = weight
      case ("accept", let name):
        guard let index = itemNames[name] else { throw ModelError(line: number + 1, text: String(line)) }
        accept[index] = weight
      default: throw ModelError(line: number + 1, text: String(line))
      }
    }
    self.init(
      spans: spans, items: items, itemSteps: itemSteps, accept: accept, spanThreshold: thresholds.span,
      itemThreshold: thresholds.item, countThreshold: thresholds.count)
  }

  /// Probability that the best item is the right one.
  ///
  /// - Parameters:
  ///   - features: the sum of its features, weighted by `accept`.
  ///   - score: its rank score.
  ///   - lead: by how much it leads the next; 3 when there is no next.
  func acceptance(_ features: Float, score: Float, lead: Float) -> Float {
    Self.probability(
      accept[RankFeature.count] * score + accept[RankFeature.count + 1] * lead
        + accept[RankFeature.count + 2] + features)
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
  /// Line of the table, from 1.
  public let line: Int
  /// The row as it stands.
  public let text: String

  /// What is wrong and what to do, in French.
  public var description: String {
    "Table de poids, ligne \(line)\u{A0}: « \(text) » n’est pas de la forme modèle,trait,poids. Reprendre la table livrée (taxonomy-data/model/linker.csv)."
  }
}
