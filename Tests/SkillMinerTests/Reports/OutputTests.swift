import Testing

@testable import SkillMiner

@Suite struct OutputTests {
  @Test func csvQuotesAndNeutralisesFormulas() {
    var csv = CSVOutput(header: ["a", "b"])
    csv.add(["=SOMME(A1)", "dit \"oui\", puis\nnon"])
    csv.add(["-0.5", "@ici"])
    #expect(
      csv.text == "\u{FEFF}a,b\r\n'=SOMME(A1),\"dit \"\"oui\"\", puis\nnon\"\r\n-0.5,'@ici\r\n")
  }

  @Test func jsonEscapesAndNumbers() {
    let value = JSONOutput.Value.array([.string("\"\\\n\u{1}\u{2028}é"), .number(0.31), .number(1e-9), .null])
    #expect(JSONOutput.text(value) == "[\"\\\"\\\\\\n\\u0001\\u2028é\", 0.31, 0, null]\n")
    #expect(JSONOutput.number(-1.5) == "-1.5")
    #expect(JSONOutput.number(.nan) == "0")
    #expect(JSONOutput.number(0.1 + 0.2) == "0.3")
  }

  @Test func cellsOfATerminal() {
    #expect(TextTable.cells(of: "élève") == 5)
    #expect(TextTable.cells(of: "e\u{301}") == 1)
    #expect(TextTable.cells(of: "日本") == 4)
    #expect(TextTable.fit("préparation", 5) == "prép…")
    #expect(TextTable.fit("日本語", 4) == "日…")
    #expect(TextTable.fit("a\nb", 5) == "a b")
  }

  @Test func markedSentences() {
    let marked = MarkedSentence("Le CACES 🏗️ R489", start: 3, end: 8)
    #expect(marked.before == "Le " && marked.mention == "CACES" && marked.after == " 🏗️ R489")
    #expect(MarkedSentence("court", start: 2, end: 40).before == "court")
  }

  @Test func chartsStayInTheirFrame() {
    let svg = IntervalChart.svg(
      share: 0.9, interval: WilsonInterval(share: 0.9, size: 10), threshold: 0.03, scale: 0.4)
    #expect(svg.contains("cx=\"252\""))
    #expect(svg.contains("<title>90\u{A0}%"))
    #expect(IntervalChart.scale(for: 0.41) == 0.6)
    #expect(IntervalChart.scale(for: 0.95) == 1)
  }
}
