import Foundation
import SkillMiner

/// Puts the file of a finished import where it belongs, with a report beside it.
struct JobFiles {
  let app: ServiceApp

  /// A file that cannot be moved stays where it is; that is logged and does no harm.
  func settle(_ job: JobRecord, state: JobRecord.State, message: String?, result: String?) {
    guard let spool = app.spool, let kind = JobKind(rawValue: job.kind), kind.isImport,
      let file = job.knownParameters?.file, Console.exists(spool.work(file))
    else { return }
    let target = state == .done ? spool.done(file) : spool.failed(file)
    let report =
      JSON.object([
        ("job", .integer(Int(job.id))), ("kind", .string(job.kind)), ("state", .string(state.rawValue)),
        ("finished", .string(app.clock.now().description)), ("message", .string(message)),
        ("result", result.map { .raw($0) } ?? .null),
      ]).text + "\n"
    do {
      try Data(report.utf8).write(to: URL(filePath: target + ".rapport.json"), options: .atomic)
      guard rename(spool.work(file), target) == 0 else { throw CocoaError(.fileWriteUnknown) }
    } catch {
      app.log.note("spool-failed", [("job", String(job.id)), ("failure", "\(error)")], isError: true)
    }
  }
}
