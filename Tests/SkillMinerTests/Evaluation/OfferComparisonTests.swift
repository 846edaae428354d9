import Taxonomy
import Testing

@testable import SkillMiner

/// The rules of the score sheet, one by one.
@Suite struct OfferComparisonTests {
  private func gold(
    _ range: Range<Int>, _ kind: Mention.Kind = .knowHow, _ stance: Stance = .mission, codes: [Int32] = [1]
  ) -> AnnotatedMention {
    AnnotatedMention(
      field: .description, start: range.lowerBound, end: range.upperBound, kind: kind, stance: stance,
      codes: codes.map { OGRCode(number: $0) })
  }

  private func found(_ range: Range<Int>, code: Int32? = 1, _ stance: Stance = .mission) -> PredictedMention {
    PredictedMention(
      field: .description, start: range.lowerBound, end: range.upperBound,
      code: code.map { OGRCode(number: $0) }, stance: stance)
  }

  private func compare(_ gold: [AnnotatedMention], _ found: [PredictedMention]) -> OfferComparison {
    OfferComparison(
      AnnotatedOffer(
        id: "a", title: "", description: String(repeating: "x", count: 200), occupation: nil, mentions: gold),
      found)
  }

  @Test func halfOfTheShorterSpanIsEnough() {
    #expect(compare([gold(0..<10)], [found(5..<40)]).tally.demanded == .init(right: 1, all: 1))
    #expect(compare([gold(0..<10)], [found(6..<40)]).tally.demanded == .init(right: 0, all: 1))
  }

  @Test func aRepeatOfAnAcceptedCodeIsRight() {
    let result = compare([gold(0..<10)], [found(0..<10), found(50..<60), found(70..<80, code: 2)])
    #expect(result.tally.predicted == .init(right: 2, all: 3))
    #expect(result.errors == [.spurious(found(70..<80, code: 2))])
    #expect(result.tally.predictedCodes == .init(right: 1, all: 2))
  }

  @Test func aWrongCodeIsFoundAndNotLinked() {
    let result = compare([gold(0..<10)], [found(0..<10, code: 9)])
    #expect(result.tally.demanded == .init(right: 1, all: 1))
    #expect(result.tally.linked == .init(right: 0, all: 1))
    #expect(result.errors == [.wrongCode(gold(0..<10), found: [found(0..<10, code: 9)])])
    // Without accepted codes there is nothing to link to.
    #expect(compare([gold(0..<10, codes: [])], [found(0..<10, code: 9)]).tally.linked.all == 0)
  }

  @Test func diplomasStandApart() {
    let diploma = gold(0..<10, .diploma, .required, codes: [])
    let result = compare([diploma], [found(0..<10, code: nil, .required)])
    #expect(result.tally.predicted.all == 0 && result.tally.demanded.all == 0)
    #expect(result.tally.diplomas == .init(right: 1, all: 1))
    #expect(result.found[.diploma] == .init(right: 1, all: 1))
  }

  @Test func whatIsNotDemandedMustBeKeptOut() {
    let offered = gold(0..<10, .credential, .provided)
    #expect(compare([offered], [found(0..<10, .provided)]).tally.keptOut == .init(right: 1, all: 1))
    let wrong = compare([offered], [found(0..<10, .required)])
    #expect(wrong.tally.keptOut == .init(right: 0, all: 1))
    #expect(wrong.tally.stances == .init(right: 0, all: 1))
    #expect(wrong.errors.contains(.wrongStance(offered, found: found(0..<10, .required))))
  }

  @Test func nothingToDivideByGivesZero() {
    for figure in EvaluationFigure.allCases { #expect(figure.value(OfferTally()) == 0) }
  }
}
