import Foundation

/// Ascending family numbers in few bytes: the difference to the number before, seven bits a byte, the last byte of a
/// number without its high bit (LEB128).
enum FamilyCode {
  static func encode(_ ascending: some Sequence<Int64>) -> Data {
    var bytes: [UInt8] = []
    var last: Int64 = 0
    for number in ascending {
      LEB128.append(UInt64(number - last), to: &bytes)
      last = number
    }
    return Data(bytes)
  }

  /// Appends the numbers of a blob; `false` when it is damaged.
  static func decode(_ bytes: UnsafeRawBufferPointer, into numbers: inout [Int32]) -> Bool {
    var last: UInt64 = 0
    var rest: UInt64 = 0
    var shift: UInt64 = 0
    for byte in bytes {
      rest |= UInt64(byte & 0x7F) << shift
      if byte & 0x80 != 0 {
        shift += 7
        if shift > 35 { return false }
        continue
      }
      last += rest
      guard last <= UInt64(Int32.max) else { return false }
      numbers.append(Int32(last))
      rest = 0
      shift = 0
    }
    return shift == 0
  }
}
