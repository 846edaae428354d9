import Foundation
import Taxonomy

/// Small inputs written by the tests themselves.
enum Fixtures {
  /// Runs `body` with an empty folder that is removed afterwards.
  static func withFolder<T>(_ body: (URL) throws -> T) throws -> T {
    let url = FileManager.default.temporaryDirectory.appending(path: "skillminer-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: url) }
    return try body(url)
  }

  /// A zip whose members are stored without compression.
  static func zip(_ members: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    var out: [UInt8] = []
    var directory: [UInt8] = []
    for (name, bytes) in members {
      let offset = out.count
      let path = Array(name.utf8)
      // Version 2.0, names in UTF-8 (bit 11), stored, dated 1980-01-01.
      let common =
        le(20, 2) + le(0x800, 2) + le(0, 2) + le(0, 2) + le(33, 2) + le(Int(crc32(bytes)), 4)
        + le(bytes.count, 4) + le(bytes.count, 4) + le(path.count, 2) + le(0, 2)
      out += le(0x0403_4B50, 4) + common + path + bytes
      directory += le(0x0201_4B50, 4) + le(20, 2) + common + [UInt8](repeating: 0, count: 10)
      directory += le(offset, 4) + path
    }
    let start = out.count
    out += directory + le(0x0605_4B50, 4) + le(0, 4) + le(members.count, 2) + le(members.count, 2)
    return out + le(directory.count, 4) + le(start, 4) + le(0, 2)
  }

  /// A gzip file of stored blocks.
  static func gzip(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]
    var start = 0
    repeat {
      let part = bytes[start..<min(start + 65_535, bytes.count)]
      start += part.count
      out += [start == bytes.count ? 1 : 0] + le(part.count, 2) + le(~part.count & 0xFFFF, 2) + part
    } while start < bytes.count
    return out + le(Int(crc32(bytes)), 4) + le(bytes.count, 4)
  }

  /// The members of an input, read to their end.
  static func members(of path: String) throws -> [(name: String, text: String)] {
    var all: [(String, String)] = []
    try InputArchive.forEachMember(of: path) {
      all.append(($0.name, String(decoding: try $0.readAll(limit: 1 << 20), as: UTF8.self)))
    }
    return all
  }

  private static func le(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  private static func crc32(_ bytes: [UInt8]) -> UInt32 {
    var crc: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    return ~crc
  }
}

extension String {
  /// UTF-8 bytes.
  var bytes: [UInt8] { Array(utf8) }
}
