import Taxonomy
import TestSupport
import Testing

@Suite struct ISCOTableTests {
  @Test func groupsAreReadByCard() throws {
    let folder = try ScratchFolder()
    let path = try folder.write(
      "Code ROME;CITP-08;libellé\nN1103;4321;Magasinage\nn1103;C432.0;x\nK2204;91.0;y\nrien;9;z\nN1105;12345;z\n",
      to: "t.csv")
    let (groups, findings) = try ISCOTable.read(path: path)
    #expect(
      groups.map { "\($0.key) \($0.value.sorted())" }.sorted() == [
        #"K2204 ["91"]"#, #"N1103 ["432", "4321"]"#,
      ])
    #expect(findings.map(\.code) == ["ISCO-002", "ISCO-002"])
    let error = #expect(throws: ReadingError.self) {
      try ISCOTable.read(path: folder.write("a;b\n1;2\n", to: "b.csv"))
    }
    #expect(error?.finding.code == "ISCO-001")
  }
}
