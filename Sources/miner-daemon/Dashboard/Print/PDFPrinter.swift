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
    // A file and no pipe: a program that ends without reading would end whoever writes into the pipe.
    let folder = FileManager.default.temporaryDirectory.appending(path: "skillminer-\(UUID().uuidString)")
    let source = folder.appending(path: "fiche.html")
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      try Data(html.utf8).write(to: source)
    } catch {
      throw CommandFailure(
        "La fiche n’a pas pu être préparée dans \(folder.deletingLastPathComponent().path). Vérifiez qu’il y reste de la place."
      )
    }
    defer {
      do {
        try FileManager.default.removeItem(at: folder)
      } catch {
        Console.message("\(folder.path)\u{A0}: dossier provisoire à effacer.")
      }
    }
    let process = Process()
    let output = Pipe()
    process.executableURL = program
    process.arguments = ["--quiet", "--encoding", "utf-8", source.path, "-"]
    // Nothing of the service's own surroundings, its secrets least of all.
    process.environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": folder.path]
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    do {
      try process.run()
    } catch {
      throw CommandFailure("WeasyPrint ne démarre pas (\(program.path)). Réinstallez le paquet weasyprint.")
    }
    let end = DispatchWorkItem { process.terminate() }
    DispatchQueue.global().asyncAfter(deadline: .now() + Self.patience, execute: end)
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    end.cancel()
    guard process.terminationStatus == 0, bytes.starts(with: Data("%PDF-".utf8)) else {
      throw CommandFailure(
        "WeasyPrint n’a pas composé la fiche (fin \(process.terminationStatus)). Imprimez la page depuis le navigateur."
      )
    }
    return Array(bytes)
  }
}
