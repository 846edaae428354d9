import Foundation

/// Expected outputs kept as files under `Tests/Goldens`, read by eye before they are committed.
public enum Golden {
  /// Whether `text` is what the file says. With `SKILLMINER_GOLDENS=write` the file is written and the test fails, so
  /// that a golden never renews itself unseen.
  public static func matches(_ text: String, _ name: String) throws -> Bool {
    let file = SharedData.packageRoot.appending(path: "Tests/Goldens/\(name)")
    if ProcessInfo.processInfo.environment["SKILLMINER_GOLDENS"] == "write" {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      return false
    }
    return try Data(contentsOf: file) == Data(text.utf8)
  }
}
