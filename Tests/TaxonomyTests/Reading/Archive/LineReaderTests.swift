import Taxonomy
import Testing

@Suite struct LineReaderTests {
  private func lines(_ text: String, maximum: Int = 1 << 20) throws -> [String] {
    let reader = LineReader(InputMember(name: "x", bytes: text.bytes), maximumLength: maximum)
    var all: [String] = []
    while let line = try reader.next() {
      switch line {
      case .text(let number, let bytes): all.append("\(number):" + String(decoding: bytes, as: UTF8.self))
      case .tooLong(let number, let length): all.append("\(number)!\(length)")
      }
    }
    return all
  }

  @Test func lineEndsOfBothKinds() throws {
    #expect(try lines("\u{FEFF}a\r\nb\n\nc") == ["1:a", "2:b", "3:", "4:c"])
    #expect(try lines("a\n") == ["1:a"])
    #expect(try lines("").isEmpty)
  }

  @Test func aLineThatIsTooLongIsSkippedAndCounted() throws {
    let long = String(repeating: "x", count: 300_000)
    #expect(try lines("a\n\(long)\nb\n", maximum: 1000) == ["1:a", "2!300000", "3:b"])
    #expect(try lines("a\n\(long)", maximum: 1000) == ["1:a", "2!300000"])
    #expect(try lines("abcd\nabc\n", maximum: 3) == ["1!4", "2:abc"])
  }

  @Test func linesAcrossBuffersAreWhole() throws {
    let long = String(repeating: "é", count: 200_000)
    #expect(try lines("\(long)\n\(long)\n") == ["1:\(long)", "2:\(long)"])
  }

  @Test func damageComesAfterTheLinesBeforeIt() throws {
    let finding = Finding(severity: .failure, code: "T-1", file: "x", message: "", advice: "")
    var calls = 0
    let member = InputMember(name: "x") { buffer in
      calls += 1
      if calls > 1 { throw ReadingError(finding) }
      buffer.copyBytes(from: "a\nb\ncu".bytes)
      return 6
    }
    let reader = LineReader(member)
    var count = 0
    let error = #expect(throws: ReadingError.self) {
      while try reader.next() != nil { count += 1 }
    }
    #expect(count == 3)
    #expect(error?.finding.code == "T-1")
  }
}
