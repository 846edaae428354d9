import Taxonomy
import TestSupport
import Testing

@testable import SkillMiner

@Suite struct GoldFileTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private func line(_ id: String, _ mention: String, text: String = "Permis B 👩‍🔧 exigé.") -> String {
    #"{"id":"\#(id)","title":"Livreur","description":"\#(text)","rome_code":"N4105","mentions":[\#(mention)]}"#
  }

  private let good =
    #"{"field":"description","start":0,"end":8,"quote":"Permis B","kind":"cert","status":"requis","codes":["1"]}"#

  @Test func bothVocabulariesAreRead() throws {
    let english =
      #"{"field":"description","start":13,"end":18,"kind":"soft-skill","status":"negated","codes":[7]}"#
    let file = try folder.write(line("a", good + "," + english) + "\n\n", to: "gold.jsonl")
    let gold = try GoldFile(path: file)
    #expect(gold.findings.isEmpty && gold.digest.count == 64)
    let mentions = try #require(gold.offers.first).mentions
    #expect(mentions.map(\.kind) == [.credential, .softSkill])
    #expect(mentions.map(\.stance) == [.required, .negated])
    #expect(mentions[1].codes == [OGRCode(number: 7)])
  }

  @Test func aBadLineIsToldAndNothingElseIsLost() throws {
    let lines = [
      line("bon-1", good),
      "{\"id\":\"coupe",
      #"{"id":"sans-mentions","description":"x"}"#,
      line("hors", good.replacing("\"end\":8", with: "\"end\":99")),
      line("decale", good.replacing("\"start\":0,\"end\":8", with: "\"start\":1,\"end\":9")),
      line("genre", good.replacing("cert", with: "savoir")),
      line("statut", good.replacing("requis", with: "exigé")),
      line("code", good.replacing("[\"1\"]", with: "[\"A12\"]")),
      line("vrai", good.replacing("\"start\":0", with: "\"start\":true")),
      line("bon-1", ""),
      line("bon-2", good),
    ]
    let gold = try GoldFile(path: try folder.write(lines.joined(separator: "\n"), to: "gold.jsonl"))
    #expect(gold.offers.map(\.id) == ["bon-1", "bon-2"])
    #expect(gold.offers[0].mentions.isEmpty, "the last line of an offer counts")
    #expect(
      gold.findings.map { "\($0.line ?? 0) \($0.code)" } == [
        "2 EVAL-001", "3 EVAL-002", "4 EVAL-003", "5 EVAL-004", "6 EVAL-005", "7 EVAL-005", "8 EVAL-006",
        "9 EVAL-004", "10 EVAL-007",
      ])
    #expect(gold.findings.allSatisfy { !$0.advice.isEmpty && $0.file == "gold.jsonl" })
  }

  @Test func aFileWithoutOffersIsRefused() throws {
    #expect(throws: ReadingError.self) { try GoldFile(path: folder.write("", to: "vide.jsonl")) }
    #expect(throws: ReadingError.self) { try GoldFile(path: folder.path("absent.jsonl")) }
  }

  @Test func predictionsAreReadAsExtractWritesThem() throws {
    let mention = Mention(
      field: .description, start: 0, end: 8, code: nil, family: "permis-b", kind: .credential,
      stance: .desired,
      origin: "grammar")
    let text =
      #"{"id":"a","mentions":[{"field":"description","start":0,"end":8,"text":"Permis B","code":null,"family":"permis-b","kind":"credential","stance":"desired"}]}"#
    let bad = #"{"id":"b","mentions":[{"field":"description","start":3,"end":3,"stance":"desired"}]}"#
    let file = try PredictionsFile(path: folder.write(text + "\n" + bad + "\n", to: "p.jsonl"))
    #expect(file.mentions["a"]?.map { $0.overlaps(mention) } == [true])
    #expect(file.findings.map(\.code) == ["EVAL-003"])
  }
}
