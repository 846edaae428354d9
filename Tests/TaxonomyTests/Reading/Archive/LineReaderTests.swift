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

  /// A line of one gigabyte is read past in the memory that the longest line may take, twice over.
  @Test func aLineOfOneGigabyte() throws {
    var left = 1 << 30
    var widest = 0
    let member = InputMember(name: "x") { buffer in
      widest = max(widest, buffer.count)
      guard left > 0 else { return 0 }
      let count = min(left, buffer.count)
      buffer.initializeMemory(as: UInt8.self, repeating: 0x78)
      left -= count
      if left == 0 { buffer[count - 2] = 0x0A }
      return count
    }
    let reader = LineReader(member)
    guard case .tooLong(1, let length) = try reader.next() else {
      Issue.record("the line was not skipped")
      return
    }
    #expect(length == (1 << 30) - 2)
    guard case .text(2, let bytes) = try reader.next() else {
      Issue.record("the line behind it was lost")
      return
    }
    #expect(bytes == [0x78] && widest <= 160 << 20)
    let last = try reader.next()
    #expect(last == nil)
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
