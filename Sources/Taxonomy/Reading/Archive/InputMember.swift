/// One file of an input, read as a stream of bytes: the input itself or a member of an archive or folder.
///
/// A member is valid while the closure that received it runs.
public final class InputMember {
  /// For display: `offers.jsonl.gz`, `rome.zip!item.csv`, `folder/item.csv`.
  public let name: String
  /// Last part of the path, without a compression suffix: `offers.jsonl`, `item.csv`.
  public let baseName: String

  /// What went wrong while reading, once it did.
  private(set) var failure: ReadingError?

  private var peeked: [UInt8] = []
  private let source: (UnsafeMutableRawBufferPointer) throws -> Int

  /// - Parameters:
  ///   - name: for display; `baseName` is derived from it.
  ///   - source: fills a part of the buffer and returns how many bytes; 0 at the end.
  public init(name: String, source: @escaping (UnsafeMutableRawBufferPointer) throws -> Int) {
    self.name = name
    self.source = source
    baseName = Self.baseName(of: name)
  }

  /// A member over bytes at hand.
  public convenience init(name: String, bytes: [UInt8]) {
    var position = 0
    self.init(name: name) { buffer in
      let n = min(buffer.count, bytes.count - position)
      bytes.withUnsafeBytes { buffer.copyMemory(from: .init(rebasing: $0[position..<position + n])) }
      position += n
      return n
    }
  }

  /// Fills a part of the buffer.
  ///
  /// - Returns: number of bytes; 0 at the end.
  /// - Throws: `ReadingError` when the input is truncated or corrupt.
  public func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    if !peeked.isEmpty {
      let n = min(buffer.count, peeked.count)
      buffer.copyBytes(from: peeked[..<n])
      peeked.removeFirst(n)
      return n
    }
    do {
      return try source(buffer)
    } catch let error as ReadingError {
      failure = error
      throw error
    }
  }

  /// The first bytes, which stay to be read; fewer when the member is shorter.
  public func peek(_ count: Int) throws -> [UInt8] {
    var first = peeked
    peeked = []
    while first.count < count, try append(upTo: count - first.count, to: &first) > 0 {}
    peeked = first
    return first
  }

  /// Appends up to `count` bytes to `bytes`.
  ///
  /// - Returns: number of bytes; 0 at the end.
  public func append(upTo count: Int, to bytes: inout [UInt8]) throws -> Int {
    let part = try [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = try read(into: UnsafeMutableRawBufferPointer(buffer))
    }
    bytes.append(contentsOf: part)
    return part.count
  }

  /// The whole content.
  ///
  /// - Throws: `ReadingError` (`ENTREE-005`) when it is longer than `limit` bytes.
  public func readAll(limit: Int) throws -> [UInt8] {
    var bytes: [UInt8] = []
    while try append(upTo: 1 << 18, to: &bytes) > 0 {
      if bytes.count > limit { throw InputFindings.tooLarge(name, limit: limit) }
    }
    return bytes
  }

  private static func baseName(of name: String) -> String {
    let last =
      name.split(whereSeparator: { $0 == "/" || $0 == "!" || $0 == "\\" }).last.map(String.init) ?? name
    for suffix in [".gz", ".zst", ".xz", ".bz2"] where last.hasSuffix(suffix) && last.count > suffix.count {
      return String(last.dropLast(suffix.count))
    }
    return last
  }
}
