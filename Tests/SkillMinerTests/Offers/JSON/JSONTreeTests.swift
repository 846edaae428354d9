import Foundation
import TestSupport
import Testing

@testable import SkillMiner

@Suite struct JSONTreeTests {
  private func root(_ text: String) throws -> JSONNode { try JSONTree(Array(text.utf8)).root }

  @Test func valuesAreFoundByKeyAndPath() throws {
    let node = try root(
      #" {"a": "été", "b": [1, {"c": 2.0}, null], "d": {"e": -0.5, "e": 3}, "f": null, "g\u0065": true} "#)
    #expect(node.isObject && node["a"]?.text == "été" && node["a"]?.items == nil)
    #expect(node["b"]?.items?.count == 3 && node["b"]?.items?[1]["c"]?.text == "2")
    #expect(node["d"]?["e"]?.text == "3", "of a key given twice the last value counts")
    #expect(node["f"] == nil && node["zz"] == nil && node["a"]?["x"] == nil)
    #expect(node["ge"] != nil && node["ge"]?.text == nil)
    #expect(try root("[1,{\"a\":2,},]").items?.count == 2, "as Foundation does")
    #expect(node.values("b/c") == ["2"] && node.values("d/e") == ["3"])
  }

  @Test func escapesAreResolved() throws {
    let node = try root(#"["\"\\\/\b\f\n\r\t\u00e9\uD83D\ude00 fin", "x\u0000y"]"#)
    #expect(node.items?.map(\.string) == ["\"\\/\u{8}\u{C}\n\r\té😀 fin", "x\u{0}y"])
  }

  @Test func numbersAreWrittenAsPeopleDo() throws {
    let node = try root("[48.8566, 75001, 2.0, 1e3, -12, 12345678901234567890]")
    #expect(
      node.items?.map(\.text) == ["48.8566", "75001", "2", "1000", "-12", "12345678901234567890"])
  }

  @Test(
    arguments: [
      "", " ", "{", "[,]", "{,}", "[1,,]", "{\"a\" 1}", "{a:1}", "[1 2]", "nul", "01", "1.", "-", ".5", "\"a",
      "\"\\x\"", "\"\\ud800\"", "\"\\udc00\"", "\"\\u12\"", "\"a\nb\"", "[1]x", "]", "{\"a\":}", "[,1]",
      String(repeating: "[", count: 600) + String(repeating: "]", count: 600),
    ])
  func whatIsNoJSONIsRefused(_ text: String) {
    #expect(throws: JSONTree.SyntaxError.self) { try JSONTree(Array(text.utf8)) }
  }

  /// Foundation's parser is the reference: both accept the same texts.
  @Test func mutatedTextsAreAcceptedAsByFoundation() throws {
    let seed = Array(
      #"{"id":"1","t":"a\n\u00e9\"b","n":[1,-2.5,1e3,true,false,null],"o":{"x":{},"y":[]},"é":"ü"} "#.utf8)
    var random = SeededGenerator(seed: 7)
    var accepted = 0
    for _ in 0..<6000 {
      var bytes = seed
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let at = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes.remove(at: at)
        case 1: bytes[at] = seed.randomElement(using: &random) ?? 0x20
        default: bytes.insert(Array("\"\\{}[],:0u ".utf8).randomElement(using: &random) ?? 0x20, at: at)
        }
      }
      guard String(validating: bytes, as: UTF8.self) != nil else { continue }
      let theirs = (try? JSONSerialization.jsonObject(with: Data(bytes))) != nil
      let node = try? JSONTree(bytes).root
      let ours = node.map { $0.isObject || $0.items != nil } ?? false
      #expect(ours == theirs, "\(String(decoding: bytes, as: UTF8.self))")
      if ours { accepted += 1 }
    }
    #expect(accepted > 300)
  }
}
