/// Bytes of the fuzzer as what the entry points take.
public enum FuzzInput {
  /// The bytes; libFuzzer gives none as a null pointer.
  public static func bytes(_ data: UnsafePointer<UInt8>?, _ size: Int) -> [UInt8] {
    Array(UnsafeBufferPointer(start: data, count: size))
  }

  /// UTF-16 units: of the text behind an odd first byte, else the bytes two by two, lone surrogates and all.
  public static func units(_ bytes: [UInt8]) -> [UInt16] {
    guard let first = bytes.first else { return [] }
    let rest = bytes.dropFirst()
    if first & 1 == 1 { return Array(String(decoding: rest, as: UTF8.self).utf16) }
    return stride(from: rest.startIndex, to: rest.endIndex - 1, by: 2).map {
      UInt16(rest[$0]) << 8 | UInt16(rest[$0 + 1])
    }
  }
}
