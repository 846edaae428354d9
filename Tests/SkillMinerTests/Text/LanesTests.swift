import CVectors
import TestSupport
import Testing

@testable import SkillMiner

/// What is done many at a time, against the same one by one.
@Suite struct LanesTests {
  /// Words, accents, apostrophes, signs that join and others, at every distance from the ends of blocks.
  private static let pieces = [
    "a", "mot", "été", "œuvre", "l’eau", "l'eau", ", ", ".", " ", "  ", "\n", "\u{A0}", "–", "🙂", "é", "3,5",
    "ÿ", "×",
    "équipe.Vous", "\r\n", "x" + String(repeating: "y", count: 70), "日本", "\u{301}", "_", "-", "/e",
  ]

  private func text(_ random: inout SeededGenerator) -> String {
    (0..<Int.random(in: 1...120, using: &random)).map { _ in Self.pieces.randomElement(using: &random) ?? "" }
      .joined()
  }

  /// Swift's tokens and the memo's slots are read in C.
  @Test func layouts() {
    #expect(MemoryLayout<Token>.stride == MemoryLayout<sm_token>.stride)
    #expect(MemoryLayout<Token>.offset(of: \.kind) == MemoryLayout<sm_token>.offset(of: \.kind))
    #expect(MemoryLayout<Token>.offset(of: \.flags) == MemoryLayout<sm_token>.offset(of: \.flags))
    #expect(MemoryLayout<Token>.offset(of: \.form) == MemoryLayout<sm_token>.offset(of: \.form))
    #expect(MemoryLayout<Token>.offset(of: \.key) == MemoryLayout<sm_token>.offset(of: \.key))
    #expect(MemoryLayout<TokenMemo.Slot>.stride == 32 && MemoryLayout<sm_slot>.stride == 32)
    #expect(MemoryLayout<TokenMemo.Slot>.offset(of: \.entry) == MemoryLayout<sm_slot>.offset(of: \.form))
    #expect(MemoryLayout<TokenEntry>.offset(of: \.key) == 4)
    #expect(MemoryLayout<TokenEntry>.offset(of: \.kind) == 8)
    #expect(MemoryLayout<TokenEntry>.offset(of: \.flags) == 9)
    #expect(MemoryLayout<TokenEntry>.offset(of: \.traits) == 10)
    #expect(Token.Kind.number.rawValue == UInt8(SM_TOKEN_NUMBER))
    #expect(Token.Kind.punctuation.rawValue == UInt8(SM_TOKEN_SIGN))
    #expect(Token.Flags.spaced.rawValue == 1 << UInt8(SM_TOKEN_SPACED_AT))
    #expect(Token.Flags.elided.rawValue == UInt8(SM_TOKEN_ELIDED))
  }

  @Test func unitsOfText() {
    var random = SeededGenerator(seed: 41)
    for _ in 0..<2000 {
      var text = text(&random)
      let wanted = Array(text.utf16)
      text.withUTF8 { bytes in
        var units = [UInt16](repeating: 0, count: bytes.count)
        let count = Int(sm_utf16(bytes.baseAddress, Int64(bytes.count), &units))
        #expect(Array(units.prefix(count)) == wanted)
        var at = sm_progress()
        sm_utf16_rest(bytes.baseAddress, Int64(bytes.count), &units, &at)
        #expect(Array(units.prefix(Int(at.to))) == wanted)
      }
    }
  }

  /// Tokens of which every kind and sign is among sixteen in a row.
  private func tokens(_ random: inout SeededGenerator) -> [Token] {
    let signs: [Int32] = [0x2D, 0x27, 0x2011, 0x2019, 0x2C, 0x2E, 0x2015, 0x25, 0x2F]
    return (0..<Int.random(in: 0...100, using: &random)).map { _ in
      let kind = Token.Kind(rawValue: UInt8.random(in: 0...3, using: &random)) ?? .word
      return Token(
        start: 0, end: 1, kind: kind, flags: Token.Flags(rawValue: UInt8.random(in: 0...255, using: &random)),
        form: signs.randomElement(using: &random) ?? 0,
        key: kind.rawValue < 2 ? Int32.random(in: -1...40, using: &random) : -1)
    }
  }

  @Test func linesOfKeys() {
    var random = SeededGenerator(seed: 42)
    var builder = TrieBuilder()
    for value in 0..<60 {
      let keys = (0..<Int.random(in: 1...3, using: &random)).map { _ in
        Int32.random(in: 0...30, using: &random)
      }
      builder.insert(keys, value: Int32(value))
    }
    let trie = builder.frozen()
    let line = KeyLine()
    for _ in 0..<3000 {
      let tokens = tokens(&random)
      tokens.withUnsafeBufferPointer { line.takeWords($0) }
      let kept = tokens.indices.filter { index in
        let token = tokens[index]
        let joins = token.kind == .punctuation && [0x2D, 0x27, 0x2011, 0x2019].contains(token.form)
        return !joins && !token.flags.contains(.elided)
      }
      let keys = kept.map { tokens[$0].kind.rawValue < 2 ? tokens[$0].key : -1 }
      #expect((0..<line.count).map { line.keys[$0] } == keys)
      #expect((0..<line.count).map { Int(line.tokens[$0]) } == kept)
      let found = line.open(trie)
      let wanted = keys.indices.compactMap { place -> UInt32? in
        let begins = trie.mayBegin(keys[place], place + 1 < keys.count ? keys[place + 1] : -1)
        return begins == 0 ? nil : UInt32(place) << 1 | (begins > 1 ? 1 : 0)
      }
      #expect((0..<found).map { line.begins[$0] } == wanted)
    }
  }

  #if arch(x86_64)
    /// Units of all kinds, and bits that say what they are.
    @Test func windows() throws {
      let table = try #require(BreakTable.shared)
      guard sm_is_wide() != 0 else { return }
      var random = SeededGenerator(seed: 43)
      var one = TextWindow()
      var other = TextWindow()
      defer {
        one.deallocate()
        other.deallocate()
      }
      for _ in 0..<500 {
        let units = Array(text(&random).utf16.prefix(Int(SM_WINDOW)))
        sm_window_fill(&one.window, table.rules.pointee.kinds, units, Int32(units.count))
        sm_window_fill_wide(&other.window, table.rules.pointee.kinds, units, Int32(units.count))
        let bytes = (units.count + 63) / 64 * 64
        #expect((0..<bytes + 64).allSatisfy { one.window.bytes[$0] == other.window.bytes[$0] })
        #expect((0..<bytes / 8 + 16).allSatisfy { one.window.plain[$0] == other.window.plain[$0] })
        #expect((0..<bytes / 8 + 16).allSatisfy { one.window.alone[$0] == other.window.alone[$0] })
      }
    }
  #endif
}
