import Taxonomy
import Testing

@testable import SkillMiner

@Suite struct CredentialGesturesTests {
  @Test func badRecordsAreReportedAndTheOthersKept() {
    let (gestures, findings) = CredentialGestures.read(
      records: [
        (2, ["sst", "porter secours", "1 deux 3", "raison"]), (3, ["adr", "matières"]),
        (4, ["sst", "x", "", ""]),
        (5, ["", "x", "", ""]), (6, ["aipr", " | ", "", "raison"]),
      ], file: "gestes.csv")
    #expect(gestures.families == ["aipr", "sst"])
    #expect(gestures.gesture(of: "sst")?.terms == [["porter", "secour"]])
    #expect(gestures.gesture(of: "sst")?.codes.count == 2)
    #expect(gestures.gesture(of: "aipr")?.terms == [])
    #expect(findings.map(\.code) == ["GESTE-002", "GESTE-001", "GESTE-003", "GESTE-001"])
    #expect(findings.map(\.line) == [2, 3, 4, 5])
  }
}
