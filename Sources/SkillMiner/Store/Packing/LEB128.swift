/// Numbers in seven bits a byte, lowest first; the last byte of a number has no high bit (LEB128, DWARF 3).
enum LEB128 {
  static func append(_ number: UInt64, to bytes: inout [UInt8]) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(rest & 0x7F) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }
}
