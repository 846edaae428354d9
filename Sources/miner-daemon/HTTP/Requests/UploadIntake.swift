import HTTPTypes
import Hummingbird
import NIOCore
import SkillMiner

/// Takes a file in: streamed to the disk, made to last, queued. What was answered 202 is never lost.
struct UploadIntake: Sendable {
  let app: ServiceApp

  /// Takes the body of a request, as it is or compressed.
  func accept(
    _ request: Request, _ kind: JobKind, _ parameters: JobParameters, _ context: ServiceContext
  ) async throws -> Response {
    let spool = try app.requireWritable()
    if let upload = try Query(request).text("upload", limit: 40) {
      return try await accept(upload: upload, kind, parameters, spool, context)
    }
    if request.headers[.contentType]?.lowercased().hasPrefix("multipart/") == true {
      throw Problem(.unsupportedMedia, "Envoyez le fichier lui-même, et non un formulaire à parties.")
    }
    let limit = app.settings.uploadLimit << 20
    if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > limit {
      throw UploadFile.tooLarge(limit)
    }
    let name = try Query(request).text("name", limit: 200) ?? kind.rawValue
    let file = SpoolFolder.workName(kind, name)
    let part = try UploadFile(path: spool.upload(file + ".part"), limit: limit)
    do {
      var pace = BodyPace(clock: app.clock)
      for try await buffer in request.body {
        try pace.count(buffer)
        try part.append(Array(buffer.readableBytesView))
      }
      guard part.size > 0 else {
        throw Problem(.badRequest, "Le corps est vide\u{A0}: un fichier est attendu.")
      }
      // Waiting for the disk is no work for an event loop.
      try await app.blocking { try part.finish(as: spool.work(file)) }
    } catch {
      part.discard()
      throw error
    }
    return try await queue(file, kind, parameters, context)
  }

  /// Queues a file that lies in the folder of work.
  private func queue(
    _ file: String, _ kind: JobKind, _ parameters: JobParameters, _ context: ServiceContext
  ) async throws -> Response {
    var parameters = parameters
    parameters.file = file
    parameters.name = SpoolFolder.shown(file)
    return try await Self.queue(kind, parameters, context, app: app)
  }

  /// Queues any job and says where to follow it.
  static func queue(
    _ kind: JobKind, _ parameters: JobParameters, _ context: ServiceContext, app: ServiceApp
  ) async throws -> Response {
    let requester = context.identity?.name
    let given = parameters
    let job = try await app.blocking {
      let id = try app.jobs.add(kind, given, requester: requester, store: app.store, clock: app.clock)
      guard let job = try app.store.job(id) else { throw Problem(.storage, "Le travail n’a pas été gardé.") }
      return job
    }
    var response = Answer.fresh(JobJSON.item(job, nil).text + "\n", status: .accepted)
    response.headers[.location] = "/api/v1/jobs/\(job.id)"
    return response
  }

  private func accept(
    upload id: String, _ kind: JobKind, _ parameters: JobParameters, _ spool: SpoolFolder,
    _ context: ServiceContext
  ) async throws -> Response {
    let upload = try Uploads(app: app, spool: spool).find(id)
    let file = SpoolFolder.workName(kind, upload.name)
    try await app.blocking {
      try UploadFile(path: upload.path, limit: Int.max, append: true).finish(as: spool.work(file))
    }
    return try await queue(file, kind, parameters, context)
  }
}
