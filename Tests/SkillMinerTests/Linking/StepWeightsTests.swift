import Testing

@testable import SkillMiner

@Suite struct StepWeightsTests {
  private static func sum(_ steps: [StepWeights.Step], _ row: [Float], _ range: Range<Int>) -> Float {
    let weights = StepWeights(steps)
    return row.withUnsafeBufferPointer { row in
      row.baseAddress.map { StepWeights.sum($0, weights.entries(of: range)) } ?? .nan
    }
  }

  @Test func eachThresholdPassedAddsItsWeight() {
    let steps = (1...6).map {
      StepWeights.Step(feature: 1, threshold: Float($0), weight: Float(1 << $0))
    }
    #expect(Self.sum(steps, [0, 1, 0], 0..<3) == 0)
    #expect(Self.sum(steps, [0, 3.5, 0], 0..<3) == 2 + 4 + 8)
    #expect(Self.sum(steps, [0, 9, 0], 0..<3) == 126)
  }

  @Test func partsOfARangeAddUp() {
    let steps = [
      StepWeights.Step(feature: 2, threshold: 0, weight: 4),
      StepWeights.Step(feature: 0, threshold: -1, weight: 1),
    ]
    let row: [Float] = [0, 0, 1]
    #expect(Self.sum(steps, row, 0..<2) == 1 && Self.sum(steps, row, 2..<3) == 4)
    #expect(Self.sum(steps, row, 0..<3) == 5 && Self.sum(steps, row, 1..<2) == 0)
  }

  @Test func stepsAreRowsOfTheTable() throws {
    let table = "model,feature,weight\nitem,likeSpan>0.4000,0.2500\nitem,likeSpan>-0.1000,-0.5000\n"
    let model = try LinkerModel(csv: table)
    #expect(model.itemSteps.steps.map(\.threshold) == [-0.1, 0.4])
    #expect(model.csv.contains("item,likeSpan>-0.1000,-0.5000\nitem,likeSpan>0.4000,0.2500\n"))
    #expect(try LinkerModel(csv: model.csv).itemSteps.steps == model.itemSteps.steps)
    #expect(throws: ModelError.self) { try LinkerModel(csv: "model,feature,weight\nitem,likeSpan>x,1\n") }
    #expect(throws: ModelError.self) { try LinkerModel(csv: "model,feature,weight\nitem,nothing>1,1\n") }
  }

  @Test func thresholdsStandAtQuantiles() {
    let rows = (0..<8).map { [Float($0), $0 < 4 ? 0 : 1, 5] }
    let basis = StepBasis(rows, steps: 3)
    #expect(basis.thresholds.map(\.feature) == [0, 0, 0])
    #expect(basis.thresholds.map(\.threshold) == [1, 3, 5])
    #expect(basis.expand([4, 1, 5]) == [4, 1, 5, 1, 1, 0])
  }
}
