import Foundation
import TestSupport
import Testing

/// The built program, driven as its users drive it: arguments and files in, streams and a code of return out.
enum Program {
  /// What one run left behind.
  struct Outcome {
    let status: Int32
    let output: Data
    let messages: String

    /// Standard output as text.
    var text: String { String(decoding: output, as: UTF8.self) }
    /// Lines of standard output.
    var lines: [Substring] { text.split(separator: "\n") }
  }

  /// The release program when there is one, else the debug program beside the tests.
  static let (url, isRelease): (URL, Bool) = {
    let release = SharedData.packageRoot.appending(path: ".build/release/miner-daemon")
    if FileManager.default.isExecutableFile(atPath: release.path) { return (release, true) }
    return (SharedData.packageRoot.appending(path: ".build/debug/miner-daemon"), false)
  }()

  /// Starts the program without waiting; its streams go to files of `folder`.
  static func start(
    _ arguments: [String], input: URL? = nil, folder: ScratchFolder, name: String = UUID().uuidString
  ) throws -> Process {
    let process = Process()
    process.executableURL = url
    process.arguments = arguments
    process.currentDirectoryURL = SharedData.packageRoot
    process.standardInput = try input.map { try FileHandle(forReadingFrom: $0) } ?? FileHandle.nullDevice
    for (suffix, set) in [("out", \Process.standardOutput), ("err", \Process.standardError)] {
      let path = folder.path("\(name).\(suffix)")
      try Data().write(to: URL(filePath: path))
      process[keyPath: set] = try FileHandle(forWritingTo: URL(filePath: path))
    }
    try process.run()
    return process
  }

  /// Runs the program to its end. Streams go through files: a full pipe would stop it.
  static func run(_ arguments: [String], input: URL? = nil) throws -> Outcome {
    let folder = try ScratchFolder()
    let process = try start(arguments, input: input, folder: folder, name: "run")
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: try Data(contentsOf: URL(filePath: folder.path("run.out"))),
      messages: String(decoding: try Data(contentsOf: URL(filePath: folder.path("run.err"))), as: UTF8.self))
  }

  /// The port a service says it listens on, in the file of its messages.
  ///
  /// - Parameter published: whether to wait for its first analysis.
  static func port(_ messages: String, of server: Process, published: Bool = true) async throws -> Int {
    for _ in 0..<6000 {
      let text = try String(contentsOfFile: messages, encoding: .utf8)
      let match = text.firstMatch(of: published ? /127\.0\.0\.1:(\d+)\// : /sur le port (\d+),/)
      if let match, let port = Int(match.1) { return port }
      guard server.isRunning else { break }
      try await Task.sleep(for: .milliseconds(50))
    }
    Issue.record("the server does not listen: \(try String(contentsOfFile: messages, encoding: .utf8))")
    throw CancellationError()
  }

  /// Runs another program of the system; `nil` when it is not installed.
  static func system(_ command: [String], output: URL) throws -> Int32 {
    try Data().write(to: output)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = command
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }
}
