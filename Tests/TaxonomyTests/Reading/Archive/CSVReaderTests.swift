import Taxonomy
import Testing

@Suite struct CSVReaderTests {
  private func read(
    _ bytes: [UInt8], delimiter: Character = ",", maximum: Int = 1 << 20
  ) throws -> (rows: [[String]], lines: [Int], reader: CSVReader) {
    let reader = try CSVReader(
      InputMember(name: "t.csv", bytes: bytes), delimiter: delimiter.asciiValue ?? 0, maximumRecord: maximum)
    var rows: [[String]] = []
    var lines: [Int] = []
    while let record = try reader.next() {
      rows.append((0..<record.count).map { record[$0] })
      lines.append(record.line)
    }
    return (rows, lines, reader)
  }

  @Test func quotesLineEndsAndBlankLines() throws {
    let text = "\u{FEFF}\"a\";b\r\n\"1\n2\";\"il dit \"\"oui\"\"\"\r\n\r\n\n;\r\nx;y"
    let (rows, lines, reader) = try read(text.bytes, delimiter: ";")
    #expect(reader.header.names == ["a", "b"])
    #expect(rows == [["1\n2", "il dit \"oui\""], ["", ""], ["x", "y"]])
    #expect(lines == [2, 6, 7])
    #expect(reader.findings.isEmpty)
    #expect(reader.recordCount == 3)
  }

  @Test func columnsAreFoundWhateverTheFormOfTheirAccents() throws {
    let (_, _, reader) = try read("Compe\u{301}tences\n".bytes)
    #expect(reader.header.column("Comp\u{E9}tences") == 0)
    #expect(reader.header.column("Autre") == nil)
  }

  @Test func wrongFieldCountsAreSetAsideAndReadingGoesOn() throws {
    let (rows, _, reader) = try read("a,b\n1\n1,2\n1,2,3\n4,5,,\n".bytes)
    #expect(rows == [["1", "2"], ["4", "5"]])
    #expect(reader.findings.map(\.code) == ["CSV-003", "CSV-003"])
    #expect(reader.findings.map(\.line) == [2, 4])
  }

  @Test func anUnclosedQuoteCostsOneLine() throws {
    let (rows, lines, reader) = try read("a,b\n1,\"deux\n3,4\n5,6".bytes)
    #expect(rows == [["3", "4"], ["5", "6"]])
    #expect(lines == [3, 4])
    #expect(reader.findings.map(\.code) == ["CSV-004"])
    #expect(reader.findings.first?.line == 2)
  }

  @Test func aFileThatIsNotUTF8IsReadAsWindows1252() throws {
    let (rows, _, reader) = try read("a,b\n".bytes + [0xE9, 0x74, 0xE9, 0x2C, 0x80, 0x92, 0x0A])
    #expect(rows == [["été", "€’"]])
    #expect(reader.encoding == .windows1252)
    #expect(reader.findings.map(\.code) == ["CSV-001"])
  }

  @Test func mixedEncodingsAreReadFieldByField() throws {
    let latin: [UInt8] = [0xE9, 0x74, 0xE9]
    for mark: [UInt8] in [[], [0xEF, 0xBB, 0xBF]] {
      let bytes = mark + "a,b\nété,œuf\n".bytes + latin + ",x\nété,".bytes + latin + "\n".bytes
      let (rows, _, reader) = try read(bytes)
      #expect(rows == [["été", "œuf"], ["été", "x"], ["été", "été"]])
      #expect(reader.findings.map(\.code) == ["CSV-001", "CSV-008"])
      #expect(reader.findings.last?.line == 2)
    }
  }

  @Test func aColumnThatStandsTwiceIsSaid() throws {
    let (rows, _, reader) = try read("a,b,a,,\n1,2,3,,\n".bytes)
    #expect(rows == [["1", "2", "3", "", ""]])
    #expect(reader.header.column("a") == 0)
    #expect(reader.findings.map(\.code) == ["CSV-009"] && reader.findings[0].line == 1)
  }

  @Test func nulBytesAreRemovedAndSaid() throws {
    let (rows, _, reader) = try read("a,b\nx\0y,\0z\0\n1,2\0\n".bytes)
    #expect(rows == [["xy", "z"], ["1", "2"]])
    #expect(reader.findings.map(\.code) == ["CSV-005"])
  }

  @Test func utf16IsRefused() {
    let error = #expect(throws: ReadingError.self) { try read([0xFF, 0xFE, 0x61, 0]) }
    #expect(error?.finding.code == "CSV-002")
  }

  @Test func anEmptyFileHasNoColumns() throws {
    let (rows, _, reader) = try read([])
    #expect(rows.isEmpty)
    #expect(reader.header.names.isEmpty)
  }

  @Test func longInputsArriveWhole() throws {
    var text = "n,t\n"
    for i in 0..<20_000 { text += "\(i),\"ligne \"\"\(i)\"\" et du texte pour passer les tampons\"\n" }
    let (rows, lines, _) = try read(text.bytes)
    #expect(rows.count == 20_000)
    #expect(rows[19_999] == ["19999", "ligne \"19999\" et du texte pour passer les tampons"])
    #expect(lines.last == 20_001)
  }

  @Test func digestOfKnownBytes() {
    #expect(
      SHA256.digest("abc".bytes) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    var hash = SHA256()
    hash.update("a")
    hash.update("bc".bytes)
    #expect(hash.finish() == SHA256.digest("abc".bytes))
  }
}
