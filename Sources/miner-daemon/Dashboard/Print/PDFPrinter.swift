import Dispatch
import Foundation
import SkillMiner

/// Makes PDF of printed sheets with WeasyPrint, which Debian packages; browsers print the same style sheet without it.
struct PDFPrinter: Sendable {
  /// Longest time a document may take.
  static let patience: TimeInterval = 60

  /// The program.
  let program: URL

  /// The one that the search path leads to; `nil` when there is none.
  static let installed: PDFPrinter? = find(
    in: ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin")

  static func find(in path: String) -> PDFPrinter? {
    path.split(separator: ":").lazy
      .map { URL(filePath: String($0)).appending(path: "weasyprint") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
      .map { PDFPrinter(program: $0) }
  }

  /// Composes a document. Takes a second or more: never on an event loop.
  ///
  /// - Parameter html: a document that names nothing outside itself.
  /// - Throws: `CommandFailure` when the program does not start, fails or takes too long.
  func pdf(_ html: String) throws -> [UInt8] {
    let process = Process()
    let (input, output) = (Pipe(), Pipe())
    process.executableURL = program
    process.arguments = ["--quiet", "--encoding", "utf-8", "-", "-"]
    // Nothing of the service's own surroundings, its secrets least of all.
    process.environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": NSTemporaryDirectory()]
    process.currentDirectoryURL = URL(filePath: NSTemporaryDirectory())
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    do {
      try process.run()
    } catch {
      throw CommandFailure("WeasyPrint ne démarre pas (\(program.path)). Réinstallez le paquet weasyprint.")
    }
    let end = DispatchWorkItem { process.terminate() }
    DispatchQueue.global().asyncAfter(deadline: .now() + Self.patience, execute: end)
    // It reads all before it writes: one thread is enough.
    var isRefused = false
    do {
      try input.fileHandleForWriting.write(contentsOf: Data(html.utf8))
      try input.fileHandleForWriting.close()
    } catch {
      isRefused = true
    }
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    end.cancel()
    guard !isRefused, process.terminationStatus == 0, bytes.starts(with: Data("%PDF-".utf8)) else {
      throw CommandFailure(
        "WeasyPrint n’a pas composé la fiche (fin \(process.terminationStatus)). Imprimez la page depuis le navigateur."
      )
    }
    return Array(bytes)
  }
}
