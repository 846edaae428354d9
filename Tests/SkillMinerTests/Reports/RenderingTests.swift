import SkillMiner
import TestSupport
import Testing

/// Renderers against files read by eye.
@Suite struct RenderingTests {
  @Test func candidates() throws {
    let result = try SampleResult.make()
    #expect(try Golden.matches(CandidatesJSON.text(result), "candidates.json"))
    #expect(try Golden.matches(CandidatesCSV.text(result), "candidates.csv"))
    #expect(try Golden.matches(CandidatesTable.text(result), "candidates.txt"))
  }

  @Test func coverage() throws {
    let result = try SampleResult.make()
    #expect(try Golden.matches(CoverageJSON.text(result), "coverage.json"))
    #expect(try Golden.matches(CoverageCSV.text(result), "coverage.csv"))
    #expect(try Golden.matches(CoverageTable.text(result), "coverage.txt"))
  }

  @Test func terminalTablesFitAHundredColumns() throws {
    let result = try SampleResult.make()
    for text in [CandidatesTable.text(result), CoverageTable.text(result)] {
      #expect(text.split(separator: "\n").allSatisfy { $0.count <= 100 })
    }
  }

  @Test func aShorterTableCountsTheOthers() throws {
    #expect(CandidatesTable.text(try SampleResult.make(), limit: 1).contains("… et 1 autre (option --limit)"))
  }
}
