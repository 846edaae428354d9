import Foundation

/// The figures as the score sheet of the annotated offers prints them, to the last character.
public enum EvaluationScore {
  /// One line on the sizes, one a figure, one on the kinds.
  public static func text(_ evaluation: Evaluation) -> String {
    let tally = evaluation.tally
    var lines = [
      "\(evaluation.offers.count) offers (\(evaluation.unpredicted) without a prediction), "
        + "\(tally.demanded.all) demanded mentions, \(tally.predicted.all) predicted"
    ]
    for measured in evaluation.figures {
      let name = measured.figure.rawValue
      let padding = String(repeating: " ", count: 24 - name.count)
      let (value, low, high) = (three(measured.value), three(measured.low), three(measured.high))
      lines.append("\(name)\(padding) \(value)  [\(low), \(high)]")
    }
    let kinds = GoldWords.kinds.compactMap { word, kind -> String? in
      let found = evaluation.hits(kind).found
      return found.all == 0 ? nil : "\(word) \(String(format: "%.2f", found.ratio)) (\(found.all))"
    }
    lines.append("detection R by kind: " + kinds.joined(separator: "  "))
    return lines.joined(separator: "\n") + "\n"
  }

  static func three(_ value: Double) -> String { String(format: "%.3f", value) }
}
