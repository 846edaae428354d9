import Foundation
import TestSupport
import Testing

/// Streams that take nothing more: a result that is cut is told, and a service does not end for a reader who left.
@Suite struct StreamTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  @Test func aResultThatCannotBeWrittenIsTold() throws {
    let input = try folder.write(#"{"text":"Préparer les commandes"}"# + "\n", to: "texts.jsonl")
    let process = Process()
    process.executableURL = Program.url
    process.arguments = ["tokens", input]
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: "/dev/full"))
    let messages = folder.path("messages")
    try Data().write(to: URL(filePath: messages))
    process.standardError = try FileHandle(forWritingTo: URL(filePath: messages))
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == EX_IOERR)
    #expect(try String(contentsOfFile: messages, encoding: .utf8).contains("n’a pas pu être écrit en entier"))
  }

  @Test func aServiceEndsWellWhoeverReadsItsMessages() async throws {
    let process = Process()
    process.executableURL = Program.url
    process.arguments = [
      "serve", "--store", folder.path("store.sqlite"), "--port", "0", "--today", "2026-10-01",
    ]
    let pipe = Pipe()
    process.standardError = pipe
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    try pipe.fileHandleForWriting.close()
    var told = ""
    while !told.contains("sur le port"), process.isRunning {
      let read = pipe.fileHandleForReading.availableData
      if read.isEmpty { break }
      told += String(decoding: read, as: UTF8.self)
    }
    #expect(told.contains("sur le port"))
    try pipe.fileHandleForReading.close()
    process.terminate()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == 0)
  }
}
