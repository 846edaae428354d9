import Foundation
import SkillMiner
import Taxonomy
import Testing

@testable import miner_daemon

@Suite struct ExtractTests {
  private func input(_ line: String) throws -> ExtractInput { try ExtractInput(line: Array(line.utf8)) }

  @Test func identifiersMayBeTextsOrNumbers() throws {
    #expect(try input("{\"id\":\"a1\",\"title\":\"t\"}").identifier == "a1")
    #expect(try input("{\"id\":42,\"description\":\"d\"}").identifier == "42")
    let full = try input("{\"id\":\"a\",\"title\":\"t\",\"rome_code\":\"N1103\"}")
    #expect(full.offer.occupation == ROMECode("N1103"))
  }

  @Test(arguments: [
    "", "{\"id\":\"a\"", "[]", "12", "{\"title\":\"t\"}", "{\"id\":\"a\"}", "{\"id\":null,\"title\":\"t\"}",
  ])
  func aLineThatIsNoOfferIsRejected(line: String) {
    #expect(throws: ExtractInput.Rejection.self) { try input(line) }
  }

  @Test func answersAreValidJSONInFixedOrder() throws {
    let input = try input("{\"id\":\"a\\\"b\",\"title\":\"Caf\\u00e9 \\\"R489\\\"\",\"description\":\"\"}")
    let mention = Mention(
      field: .title, start: 5, end: 11, code: OGRCode("12"), family: nil, kind: .credential,
      stance: .required,
      origin: "form:label")
    let line = ExtractOutput(input: input, mentions: [mention]).line
    #expect(
      line
        == "{\"id\":\"a\\\"b\",\"mentions\":[{\"field\":\"title\",\"start\":5,\"end\":11,\"text\":\"\\\"R489\\\"\","
        + "\"code\":\"12\",\"family\":null,\"kind\":\"credential\",\"stance\":\"required\",\"origin\":\"form:label\"}]}\n"
    )
    let parsed = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    #expect(parsed?["id"] as? String == "a\"b")
    #expect(
      ExtractOutput(input: input, mentions: []).line == "{\"id\":\"a\\\"b\",\"mentions\":[]}\n")
  }

  @Test func jsonTextsSurviveTheRoundTrip() throws {
    let text = "é \u{0}\u{1F}\u{7F}\u{2028} \\ \" \t\r\n 👩‍🔧 e\u{301}"
    let array = try JSONSerialization.jsonObject(with: Data("[\(JSONText.string(text))]".utf8)) as? [String]
    #expect(array.map { Array($0[0].unicodeScalars) } == Array(text.unicodeScalars))
  }

  @Test func tablesAlignAndNumbersAreFrench() {
    var table = TextTable([("nom", .left), ("lus", .right)])
    table.add(["été", FrenchText.number(1_234_567)])
    table.add(["b", FrenchText.number(-12)])
    #expect(table.text == "nom        lus\nété  1\u{202F}234\u{202F}567\nb          −12\n")
    #expect(FrenchText.count(1, "ligne", "lignes") == "1\u{A0}ligne")
    #expect(FrenchText.count(2, "ligne", "lignes") == "2\u{A0}lignes")
  }
}
