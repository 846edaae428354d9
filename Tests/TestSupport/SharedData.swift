public import Foundation

/// Real open data and offers that stand beside the checkout and are never part of it.
public enum SharedData {
  /// `$SKILLMINER_SHARED`, else `../shared` beside the package; `nil` (and said so) when absent.
  public static let root: URL? = {
    let fromEnvironment = ProcessInfo.processInfo.environment["SKILLMINER_SHARED"].map { URL(filePath: $0) }
    let root = fromEnvironment ?? packageRoot.deletingLastPathComponent().appending(path: "shared")
    if FileManager.default.fileExists(atPath: root.appending(path: "data").path) { return root }
    FileHandle.standardError.write(Data("skipped: no shared data\n".utf8))
    return nil
  }()

  /// Whether the shared data is there; use it in `.enabled(if:)`.
  public static var isPresent: Bool { root != nil }

  /// The package's own folder.
  public static let packageRoot = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// A file below `shared/`; call only when `isPresent`.
  public static func file(_ path: String) -> URL { root!.appending(path: path) }
}
