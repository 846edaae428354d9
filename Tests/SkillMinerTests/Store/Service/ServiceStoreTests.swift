import Foundation
import TestSupport
import Testing

@testable import SkillMiner

/// Tokens, jobs and backups as the store keeps them.
@Suite struct ServiceStoreTests {
  @Test func tokensCanBeMadeBesideAWriter() throws {
    let folder = try ScratchFolder()
    let path = folder.path("m.sqlite")
    let writer = try Store(path: path, access: .readWrite)
    let beside = try Store(path: path, access: .shared)
    try beside.add(
      TokenRecord(id: "a", name: "n", role: "reader", hash: "h", created: "2026-01-01T00:00:00Z"))
    #expect(try writer.token("a")?.role == "reader")
    #expect(try writer.tokens().count == 1)
    #expect(try beside.revokeToken("a", at: "2026-01-02T00:00:00Z"))
    #expect(try writer.token("a")?.revoked != nil)
    #expect(throws: StoreError.self) { try Store(path: path, access: .readWrite) }
    #expect(throws: StoreError.self) { try Store(path: folder.path("rien.sqlite"), access: .shared) }
  }

  @Test func aBackupIsRestored() throws {
    let folder = try ScratchFolder()
    let path = folder.path("m.sqlite")
    let copy = folder.path("copie.sqlite")
    var store: Store? = try Store(path: path, access: .readWrite)
    try store?.set("essai", to: "avant")
    var steps = 0
    try store?.backup(to: copy) { done, total in
      steps += 1
      #expect(done <= total)
    }
    #expect(steps > 0)
    try store?.set("essai", to: "après")
    #expect(throws: StoreError.self) { try Store.restore(copy, over: path) }
    store = nil
    let kept = try #require(try Store.restore(copy, over: path))
    #expect(try Store(path: path, access: .readOnly).setting("essai") == "avant")
    #expect(try Store(path: kept, access: .readOnly).setting("essai") == "après")
  }

  @Test func aDamagedBackupIsRefused() throws {
    let folder = try ScratchFolder()
    let path = folder.path("m.sqlite")
    let copy = folder.path("copie.sqlite")
    do {
      let store = try Store(path: path, access: .readWrite)
      for n in 0..<200 { try store.set("clé \(n)", to: String(repeating: "x", count: 500)) }
      try store.backup(to: copy)
    }
    var bytes = try Data(contentsOf: URL(filePath: copy))
    for place in stride(from: 8192, to: min(bytes.count, 65536), by: 64) { bytes[place] = 0xAA }
    try bytes.write(to: URL(filePath: copy))
    #expect(throws: StoreError.self) { try Store.restore(copy, over: path) }
    // What was there stays.
    #expect(try Store(path: path, access: .readOnly).setting("clé 7") != nil)
    #expect(throws: StoreError.self) { try Store.restore(try folder.write("rien", to: "x"), over: path) }
    #expect(throws: StoreError.self) { try Store.restore(folder.path("absent"), over: path) }
  }

  @Test func aFullDiskStopsABackupCleanly() throws {
    let folder = try ScratchFolder()
    let store = try Store(path: folder.path("m.sqlite"), access: .readWrite)
    #expect(throws: StoreError.self) { try store.backup(to: folder.path("absent/copie.sqlite")) }
    #expect(throws: StoreError.self) { try store.backup(to: "/dev/full/copie.sqlite") }
  }

  @Test func jobsFollowOneAnother() throws {
    let folder = try ScratchFolder()
    let store = try Store(path: folder.path("m.sqlite"), access: .readWrite)
    let time = "2026-01-01T00:00:00Z"
    let first = try store.addJob("offers", parameters: "{}", requester: "A", at: time)
    let second = try store.addJob("backup", parameters: "{}", requester: nil, at: time)
    #expect(try store.claimJob(of: ["offers", "taxonomy"], at: time)?.id == first)
    #expect(try store.claimJob(of: ["offers", "taxonomy"], at: time) == nil)
    try store.progressJob(first, phase: "importing", done: 5, total: nil)
    #expect(try store.job(first)?.done == 5)
    try store.endJob(first, .done, result: "{}", at: time)
    #expect(try store.openJobCount() == 1)
    #expect(try store.jobs(before: nil, limit: 1).map(\.id) == [second])
    #expect(try store.jobs(before: second, limit: 5).map(\.id) == [first])
    #expect(try store.jobs(before: nil, state: .queued, limit: 5).map(\.id) == [second])
    #expect(try store.cancelQueuedJob(second, at: time))
    #expect(try !store.cancelQueuedJob(second, at: time))
  }
}
