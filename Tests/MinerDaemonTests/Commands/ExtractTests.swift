import Foundation
import SkillMiner
import Taxonomy
import TestSupport
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

  /// What a line says, whoever reads it; a rejection by its words.
  private func account(_ read: () throws -> ExtractInput) -> [String] {
    do {
      let input = try read()
      return [
        input.identifier, input.offer.title, input.offer.description, "\(input.offer.occupation as Any)",
      ]
    } catch {
      return ["\(error)"]
    }
  }

  private static let plainAndNot = [
    #"{"id":"1","title":"t"}"#, #" { "id" : 12 , "title" : "é \u00e9\ud83d\ude00" , "x":[1,{"y":null}] } "#,
    #"{"id":"1","title":"t","title":"u"}"#, #"{"id":1.5,"title":"t"}"#, #"{"id":-1,"title":"t"}"#,
    #"{"id":007,"title":"t"}"#, #"{"id":true,"title":"t"}"#, #"{"id":"","title":"t"}"#,
    #"{"id":"1","title":5}"#,
    #"{"id":"1","intitule":"i","romeCode":"N1103"}"#, #"{"id":"1","title":"","intitule":"i"}"#,
    #"{"id":"1","title":null,"intitule":"i","description":"d"}"#, #"{"id":"1","title":"\ud83d"}"#,
    #"{"id":"1","title":"a\qb"}"#, #"{"id":"1","title":"a\u12"}"#, #"{"id":"1","title":"t"} x"#,
    #"{"id":"1","title":"t",}"#, #"{"id":"1" "title":"t"}"#,
    #"{"id":"1","title":"t","n":1e5,"m":-0.5,"k":01}"#,
    #"{"id":"1","title":"t","n":1e5}"#, #"{"id":"1","title":"a\\\"\/\b\f\n\r\t"}"#, "{}", "{", "", "[1]",
    #"{"id":1234567890123456789012,"title":"t"}"#, #"{"id":"1","title":"t","l":[[[[[[]]]]]],"o":{"a":{}}}"#,
    #"{"\u0069d":"1","title":"t"}"#, "{\"id\":\"1\",\"title\":\"a\tb\"}", #"{"id":"1","title":"t""#,
  ]

  @Test(arguments: plainAndNot)
  func thePlainReaderAndTheGeneralOneAgree(line: String) {
    let bytes = Array(line.utf8)
    #expect(account { try ExtractInput(line: bytes) } == account { try ExtractInput(general: bytes) })
  }

  /// Lines that were damaged: bytes cut, doubled, flipped.
  @Test func damagedLinesAreReadAlike() {
    var generator = SeededGenerator(seed: 12)
    let seeds = Self.plainAndNot.map { Array($0.utf8) }
    var plain = 0
    for _ in 0..<20_000 {
      var bytes = seeds.randomElement(using: &generator) ?? []
      for _ in 0..<Int.random(in: 0...2, using: &generator) where !bytes.isEmpty {
        let at = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: bytes.remove(at: at)
        case 1: bytes.insert(bytes[at], at: at)
        case 2: bytes[at] = UInt8.random(in: 0...255, using: &generator)
        default: bytes.insert(Array("\"\\{}[]:,u0 ".utf8).randomElement(using: &generator) ?? 0, at: at)
        }
      }
      // The general reader takes a byte order mark, and zeros as UTF-16; neither is a line of JSON.
      guard !bytes.prefix(4).contains(where: { $0 == 0 || $0 >= 0xEF }) else { continue }
      if ExtractLine(bytes) != nil { plain += 1 }
      let (found, wanted) = (
        account { try ExtractInput(line: bytes) }, account { try ExtractInput(general: bytes) }
      )
      #expect(found == wanted, "\(String(decoding: bytes, as: UTF8.self))")
    }
    #expect(plain > 1000)
  }

  @Test func stretchesAreCutAtScalars() {
    let text = "aé👩‍🔧 e\u{301}" + String(repeating: "été ", count: 20) + "fin"
    let scalars = Array(text.unicodeScalars)
    var slices = ScalarSlices(text)
    var generator = SeededGenerator(seed: 4)
    for _ in 0..<500 {
      let start = Int.random(in: 0...scalars.count, using: &generator)
      let end = Int.random(in: start...scalars.count, using: &generator)
      var found = ""
      slices.withBytes(of: start..<end) { found = String(decoding: $0, as: UTF8.self) }
      #expect(Array(found.unicodeScalars) == Array(scalars[start..<end]))
    }
    slices.withBytes(of: 1000..<1010) { #expect($0.isEmpty) }
  }

  @Test(arguments: [0, 9, 10, 99, 12_345_678, 99_999_999, 100_000_000, -5, Int.max, Int.min])
  func numbersAreWritten(number: Int) {
    var bytes = OutputBytes()
    JSONBytes.append(number, to: &bytes)
    #expect(bytes.string == "\(number)")
  }

  @Test func bytesAndTextsAreEscapedAlike() {
    let text = "é \u{0}\u{1F}\u{7F}\u{2028}\u{2029}\u{2027}€ \\ \" \t\r\n 👩‍🔧 e\u{301}"
    var bytes = OutputBytes()
    JSONBytes.append(string: text, to: &bytes)
    #expect(bytes.string == JSONText.string(text))
  }

  @Test func tablesAlignAndNumbersAreFrench() {
    var table = TextTable([("nom", .left), ("lus", .right)])
    table.add(["été", FrenchNumber.integer(1_234_567)])
    table.add(["b", FrenchNumber.integer(-12)])
    #expect(table.text == "nom        lus\nété  1\u{202F}234\u{202F}567\nb          −12\n")
    #expect(FrenchWords.count(1, "ligne", "lignes") == "1\u{A0}ligne")
    #expect(FrenchWords.count(2, "ligne", "lignes") == "2\u{A0}lignes")
  }
}
