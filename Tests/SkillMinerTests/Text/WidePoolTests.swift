import Testing

@testable import SkillMiner

@Suite struct WidePoolTests {
  @Test func tablesKeepTheirNumbersWhileOthersComeAndGo() {
    var kept: [(FrozenArray<Int32>, [Int32])] = []
    for round in 0..<60 {
      // From a few bytes to more than one chunk.
      let numbers = (0..<(round * round * 700)).map { Int32($0 ^ round) }
      let table = FrozenArray(numbers)
      if round % 3 != 0 { kept.append((table, numbers)) }
    }
    for (table, numbers) in kept {
      #expect(table.count == numbers.count)
      #expect(Array(UnsafeBufferPointer(start: table.base, count: table.count)) == numbers)
    }
  }

  @Test func whatOneThreadWritesSharesNoLineWithAnother() {
    let scratch = WideScratch()
    let arrays = (1...40).map { (base: scratch.array(repeating: UInt8($0), count: $0), count: $0) }
    let starts = arrays.map { UInt(bitPattern: $0.base) }
    #expect(starts.allSatisfy { $0 % 128 == 0 })
    #expect(Set(starts).count == arrays.count)
    for array in arrays { array.base.update(repeating: 0, count: array.count) }
    #expect(arrays.allSatisfy { array in (0..<array.count).allSatisfy { array.base[$0] == 0 } })
  }

  @Test func memoryThatFitsNoChunkStandsAlone() {
    let scratch = WideScratch()
    let count = 3 << 20
    let large = scratch.array(repeating: 7 as UInt64, count: count)
    #expect(large[0] == 7 && large[count - 1] == 7)
  }

  @Test func widePagesAreAlignedAndKeepWhatIsWritten() {
    for size in [64, 4096, (2 << 20) - 1, 2 << 20, (2 << 20) + 1, 5 << 20] {
      let memory = WideMemory.allocate(byteCount: size)
      #expect(Int(bitPattern: memory) % (size >= 2 << 20 ? 2 << 20 : 64) == 0)
      memory.initializeMemory(as: UInt8.self, repeating: 0xA5, count: size)
      #expect(memory.load(fromByteOffset: size - 1, as: UInt8.self) == 0xA5)
      WideMemory.deallocate(memory, byteCount: size)
    }
  }
}
