import Foundation
import SkillMiner

/// Takes in what is dropped into the spool folder.
struct SpoolWatcher: Sendable {
  let app: ServiceApp
  let spool: SpoolFolder

  /// Looks into the folders until cancelled.
  func run() async {
    while !Task.isCancelled {
      do {
        let watcher = self
        try await app.blocking { try watcher.look() }
      } catch {
        app.log.note("spool-failed", [("failure", "\(error)")], isError: true)
      }
      do { try await Task.sleep(for: .seconds(app.settings.spoolSeconds)) } catch { return }
    }
  }

  /// Queues every file that lies in an inbox.
  func look() throws {
    for kind in JobKind.allCases where kind.isImport {
      for name in try spool.files(in: kind.rawValue) {
        let file = SpoolFolder.workName(kind, name)
        guard rename(spool.inbox(kind, name), spool.work(file)) == 0 else {
          // It stays where it is and is tried again; whoever reads the log knows why it waits.
          app.log.note(
            "spool-not-taken",
            [("file", "\(kind.rawValue)/\(name)"), ("failure", String(cString: strerror(errno)))],
            isError: true)
          continue
        }
        var parameters = JobParameters()
        parameters.file = file
        parameters.name = SpoolFolder.safe(name)
        _ = try app.jobs.add(kind, parameters, requester: nil, store: app.store, clock: app.clock)
      }
    }
  }

  /// Queues files of the folder of work that no job knows: the process died between the two steps.
  func adoptOrphans() throws {
    var known: Set<String> = []
    var before: Int64?
    while true {
      let page = try app.store.jobs(before: before, limit: 500)
      for job in page where !job.state.isFinal {
        if let file = job.knownParameters?.file { known.insert(file) }
      }
      guard let last = page.last else { break }
      before = last.id
    }
    for file in try spool.files(in: "work") where !known.contains(file) {
      guard let kind = SpoolFolder.kind(ofWork: file), kind.isImport else {
        // What the connector fetched is fetched again.
        unlink(spool.work(file))
        continue
      }
      var parameters = JobParameters()
      parameters.file = file
      parameters.name = SpoolFolder.shown(file)
      _ = try app.jobs.add(kind, parameters, requester: nil, store: app.store, clock: app.clock)
    }
  }
}
