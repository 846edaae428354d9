import CEmbedded

/// The files of `taxonomy-data/` that are compiled into the product.
public enum EmbeddedFiles {
  /// Paths below `taxonomy-data/`, sorted.
  public static let paths: [String] = entries.map(\.path).sorted()

  /// Paths below a folder that end as given (`overlays/`, `.csv`), sorted.
  public static func paths(in folder: String, suffix: String = "") -> [String] {
    paths.filter { $0.hasPrefix(folder) && $0.hasSuffix(suffix) }
  }

  /// The bytes of a file; `nil` when there is none at the path.
  public static func data(at path: String) -> [UInt8]? {
    entries.first { $0.path == path }.map { Array(UnsafeBufferPointer(start: $0.bytes, count: $0.size)) }
  }

  /// Name and bytes of every file below a folder, as readers take them.
  public static func files(in folder: String, suffix: String = "") -> [(name: String, bytes: [UInt8])] {
    paths(in: folder, suffix: suffix).compactMap { path in data(at: path).map { (name: path, bytes: $0) } }
  }

  private struct Entry {
    let path: String
    let bytes: UnsafePointer<UInt8>
    let size: Int
  }

  /// The table is constant data of the binary; nobody writes to it.
  nonisolated(unsafe) private static let entries: [Entry] = {
    var all: [Entry] = []
    guard var row = sm_embedded_files() else { return all }
    while let path = row.pointee.path, let bytes = row.pointee.bytes {
      all.append(Entry(path: String(cString: path), bytes: bytes, size: row.pointee.size))
      row += 1
    }
    return all
  }()
}
