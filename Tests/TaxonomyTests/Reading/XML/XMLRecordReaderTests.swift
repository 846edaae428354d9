import Testing

@testable import Taxonomy

@Suite struct XMLRecordReaderTests {
  /// Reads all records; with `step`, in reads of so many bytes.
  private func read(
    _ bytes: [UInt8], _ names: Set<String> = ["R"], step: Int = .max, limit: Int = 16 << 20
  ) throws -> (records: [RecordElement], findings: [Finding], raws: [[UInt8]]) {
    var position = 0
    let member = InputMember(name: "f.xml") { buffer in
      let n = min(buffer.count, step, bytes.count - position)
      bytes.withUnsafeBytes { buffer.copyMemory(from: .init(rebasing: $0[position..<position + n])) }
      position += n
      return n
    }
    let reader = try XMLRecordReader(member, records: names, recordLimit: limit)
    var records: [RecordElement] = []
    var findings: [Finding] = []
    var raws: [[UInt8]] = []
    while let item = try reader.next() {
      switch item {
      case .record(let record): records.append(record)
      case .rejected(let finding, let raw):
        findings.append(finding)
        raws.append(raw)
      }
    }
    return (records, findings + reader.findings, raws)
  }

  private let sample = """
    <?xml version="1.0" encoding="UTF-8"?>
    <!-- a > b -->
    <ns:all><R id="1" t='a&amp;b > c'><a>x &lt; y &#233;&#x2019; &eacute; &bogus;</a><b><![CDATA[<p>é & ]] </p>]]></b>
    <c/><d>un<e>deux</e>trois</d></R>
    <other><R><a>2 < 3</a></R></other></ns:all>
    """

  @Test func recordsAreReadWhateverTheSizeOfReads() throws {
    for step in [1, 2, 3, 7, 64, Int.max] {
      let (records, findings, _) = try read(sample.bytes, step: step)
      try #require(records.count == 2)
      #expect(records[0].attribute("id") == "1" && records[0].attribute("t") == "a&b > c")
      #expect(records[0].value("a") == "x < y é’ &eacute; &bogus;")
      #expect(records[0].value("b") == "<p>é & ]] </p>")
      #expect(records[0].first("c")?.content.isEmpty == true)
      #expect(records[0].first("d")?.markup == "un<e>deux</e>trois")
      #expect(records[0].line == 3 && records[1].line == 5)
      #expect(records[1].value("a") == "2 < 3")
      #expect(findings.isEmpty)
    }
  }

  @Test func encodingsAreHonoured() throws {
    let latin =
      "<?xml version='1.0' encoding='iso-8859-15'?><x><R>".bytes + [0xA4, 0xE9, 0xBD] + "</R></x>".bytes
    #expect(try read(latin).records.first?.text == "€éœ")
    let (records, findings, _) = try read("<x><R>d".bytes + [0xE9] + "but</R><R>déjà</R></x>".bytes)
    #expect(records.map(\.text) == ["début", "déjà"])
    #expect(findings.map(\.code) == ["XML-004"])
    #expect(throws: ReadingError.self) { try read([0xFF, 0xFE, 0x3C, 0]) }
    #expect(
      try read("<?xml version='1.0' encoding='koi8-r'?><R>a</R>".bytes).findings.map(\.code) == ["XML-008"])
  }

  @Test func entityDeclarationsAreRefusedAndNothingIsExpanded() throws {
    let bomb = """
      <?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><x><R>&b;</R></x>
      """
    let external = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x><R>&e;</R></x>"
    for text in [bomb, external] {
      let error = #expect(throws: ReadingError.self) { try read(text.bytes) }
      #expect(error?.finding.code == "XML-001")
    }
    // An external document type without declarations is passed over; nothing is fetched.
    let plain = "<!DOCTYPE x SYSTEM \"http://localhost:9/none.dtd\"><x><R>&e;</R></x>"
    #expect(try read(plain.bytes).records.first?.text == "&e;")
  }

  @Test func aBrokenRecordDoesNotCostTheOthers() throws {
    let text = """
      <x><R><a>1</a></R>
      <R><a>2</b></R>
      <R><a>3</R>
      <R><a>4</a></R>
      <R><a>5</a>
      """
    let (records, findings, raws) = try read(text.bytes)
    #expect(records.map { $0.value("a") } == ["1", "4"])
    #expect(findings.map(\.code) == ["XML-005", "XML-005", "XML-003"])
    #expect(findings.map(\.line) == [2, 3, 5])
    #expect(String(decoding: raws[0], as: UTF8.self).hasPrefix("<R><a>2"))
  }

  @Test func lengthAndDepthAreBounded() throws {
    let long = "<x><R>" + String(repeating: "a", count: 100_000) + "</R><R>ok</R></x>"
    for step in [997, Int.max] {
      let (records, findings, raws) = try read(long.bytes, step: step, limit: 10_000)
      #expect(records.map(\.text) == ["ok"])
      #expect(findings.map(\.code) == ["XML-006"])
      #expect(raws[0].count <= 1 << 16)
    }
    let deep = "<x><R>" + String(repeating: "<a>", count: 5000) + "</R><R>ok</R></x>"
    let (records, findings, _) = try read(deep.bytes)
    #expect(records.map(\.text) == ["ok"])
    #expect(findings.map(\.code) == ["XML-007"])
    let endless = "<x><R a=\"" + String(repeating: "b", count: 100_000)
    #expect(try read(endless.bytes, limit: 10_000).records.isEmpty)
  }

  @Test func anyBytesAreReadWithoutACrash() throws {
    var state: UInt64 = 42
    func random(_ n: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % n
    }
    for _ in 0..<2000 {
      var bytes = sample.bytes
      for _ in 0..<(1 + random(8)) {
        switch random(3) {
        case 0: bytes[random(bytes.count)] = UInt8(random(256))
        case 1: bytes.removeSubrange(0..<random(bytes.count / 4) + 1)
        default: bytes.insert(contentsOf: bytes.prefix(random(40)), at: random(bytes.count))
        }
      }
      do {
        _ = try read(bytes, step: 1 + random(100))
      } catch let error as ReadingError {
        #expect(error.finding.code.hasPrefix("XML-"))
      }
    }
  }
}
