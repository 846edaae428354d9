import CArchive
import Glibc

/// A libarchive reader that closes itself.
///
/// Only what inputs come in is enabled: zip, or one bare file behind gzip, zstd, xz or bzip2. More formats would only
/// make it likelier that a text is mistaken for an archive.
final class ArchiveHandle {
  enum Source {
    case file(String)
    case standardInput
    case memory([UInt8])
  }

  /// Bytes delivered before their number is held against that of the archive.
  private static let expansionFloor = 128 << 20
  /// Texts shrink to a tenth or a fiftieth; deflate can make a thousandth of zeros.
  private static let expansionLimit = 400

  private let archive: OpaquePointer
  /// Bytes delivered so far, of all members.
  private var delivered = 0
  private let file: String
  /// Kept alive, because libarchive reads in place.
  private let pinned: UnsafeMutableRawBufferPointer?

  /// - Parameter file: name for findings.
  /// - Throws: `ReadingError` when the source cannot be opened.
  init(_ source: Source, file: String) throws {
    guard let archive = archive_read_new() else { throw InputFindings.unreadable(file, reason: "memory") }
    self.archive = archive
    self.file = file
    archive_read_support_filter_gzip(archive)
    archive_read_support_filter_zstd(archive)
    archive_read_support_filter_xz(archive)
    archive_read_support_filter_bzip2(archive)
    archive_read_support_format_zip(archive)
    archive_read_support_format_raw(archive)
    archive_read_support_format_empty(archive)
    let status: Int32
    switch source {
    case .file(let path):
      pinned = nil
      status = archive_read_open_filename(archive, path, 1 << 18)
    case .standardInput:
      pinned = nil
      status = archive_read_open_fd(archive, 0, 1 << 16)
    case .memory(let bytes):
      let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: max(bytes.count, 1), alignment: 16)
      copy.copyBytes(from: bytes)
      pinned = copy
      status = archive_read_open_memory(archive, copy.baseAddress, bytes.count)
    }
    if status != ARCHIVE_OK {
      throw reason.lowercased().contains("truncated")
        ? InputFindings.damaged(file, reason: reason) : InputFindings.unreadable(file, reason: reason)
    }
  }

  deinit {
    archive_read_free(archive)
    pinned?.deallocate()
  }

  /// Path of the next regular file within the archive; `nil` at the end. A bare file is called `data`.
  func nextMember() throws -> String? {
    // libarchive converts names to the locale's character set, and the C locale has no accents.
    let previous = Self.utf8Locale.map { uselocale($0) }
    defer { if let previous { uselocale(previous) } }
    while true {
      var entry: OpaquePointer?
      let status = archive_read_next_header(archive, &entry)
      if status == ARCHIVE_EOF { return nil }
      guard status >= ARCHIVE_WARN, let entry else { throw InputFindings.damaged(file, reason: reason) }
      let name = Self.name(of: entry)
      if name.hasSuffix("/") || Self.isDebris(name) { continue }
      return name
    }
  }

  /// Whether the input is a bare file (compressed or not) and not a zip.
  var isBareFile: Bool {
    archive_format(archive) == ARCHIVE_FORMAT_RAW || archive_format(archive) == ARCHIVE_FORMAT_EMPTY
  }

  /// Reads data of the current member; 0 at its end.
  func read(into buffer: UnsafeMutableRawBufferPointer, member: String) throws -> Int {
    let n = archive_read_data(archive, buffer.baseAddress, buffer.count)
    if n < 0 {
      throw reason.contains("Passphrase")
        ? InputFindings.locked(member) : InputFindings.damaged(member, reason: reason)
    }
    delivered += n
    if delivered > Self.expansionFloor,
      delivered / Self.expansionLimit > Int(archive_filter_bytes(archive, -1))
    {
      throw InputFindings.bomb(member)
    }
    return n
  }

  private var reason: String {
    archive_error_string(archive).map { String(cString: $0) } ?? "unknown error"
  }

  nonisolated(unsafe) private static let utf8Locale: locale_t? = newlocale(LC_CTYPE_MASK, "C.UTF-8", nil)

  private static func name(of entry: OpaquePointer) -> String {
    if let text = archive_entry_pathname_utf8(entry) { return String(cString: text) }
    guard let raw = archive_entry_pathname(entry) else { return "?" }
    var bytes: [UInt8] = []
    while raw[bytes.count] != 0 { bytes.append(UInt8(bitPattern: raw[bytes.count])) }
    return TextDecoding.decode(bytes, as: TextDecoding.detect(bytes, isComplete: true))
  }

  /// Files that archivers of desktops add.
  private static func isDebris(_ name: String) -> Bool {
    name.hasPrefix("__MACOSX/") || name.split(separator: "/").last.map { $0.hasPrefix(".") } ?? true
  }
}
