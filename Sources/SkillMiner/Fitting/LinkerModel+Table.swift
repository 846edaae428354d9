extension LinkerModel {
  /// The table `init(csv:)` reads: `model,feature,weight`, weights with four decimals.
  public var csv: String {
    var lines = [
      "model,feature,weight", "span,threshold,\(Self.decimals(spanThreshold))",
      "accept,threshold,\(Self.decimals(itemThreshold))",
      "accept,counted,\(Self.decimals(countThreshold))",
    ]
    for feature in SpanFeature.allCases {
      lines.append("span,\(feature),\(Self.decimals(spans[feature.rawValue]))")
    }
    for feature in RankFeature.allCases {
      lines.append("item,\(feature),\(Self.decimals(items[feature.rawValue]))")
    }
    let names = RankFeature.allCases.map { "\($0)" }
    for step in itemSteps.steps {
      lines.append(
        "item,\(names[step.feature])>\(Self.decimals(step.threshold)),\(Self.decimals(step.weight))")
    }
    for feature in RankFeature.allCases {
      lines.append("accept,\(feature),\(Self.decimals(accept[feature.rawValue]))")
    }
    for (offset, name) in ["score", "lead", "constant"].enumerated() {
      lines.append("accept,\(name),\(Self.decimals(accept[RankFeature.count + offset]))")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Four decimals with a full stop, whatever the language of the machine.
  private static func decimals(_ value: Float) -> String {
    let scaled = (Double(value) * 10_000).rounded()
    guard scaled.magnitude < 1e15 else { return "\(value)" }
    let whole = Int(scaled.magnitude)
    let fraction = String(whole % 10_000)
    return (scaled < 0 ? "-" : "") + "\(whole / 10_000)."
      + String(repeating: "0", count: 4 - fraction.count) + fraction
  }
}
