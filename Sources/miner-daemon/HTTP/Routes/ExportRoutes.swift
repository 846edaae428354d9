import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import SkillMiner

/// Whole tables as files, made in the background; and backups.
enum ExportRoutes {
  struct Body: Decodable {
    let table: String
  }

  static func add(to service: ServiceRouter) {
    let app = service.app
    service.get("/api/v1/exports", .role(.reader)) { request, _ in
      let query = try Query(request)
      let limit = try query.integer("limit", in: 1...Page.most) ?? Page.standard
      let cursor = try query.text("cursor", limit: 100)
      let files = try app.spool?.files(in: "exports") ?? []
      return Answer.fresh(
        Page.of(files, after: cursor, limit: limit, key: { $0 }) { file in
          .object([("file", .string(file)), ("href", .string("/api/v1/exports/\(file)"))])
        }.text)
    }
    service.post("/api/v1/exports", .role(.contributor)) { request, context in
      _ = try app.requireWritable()
      let body = try await JSONBody.read(request, as: Body.self, limit: 1 << 12)
      guard let table = ExportWriter.Table(rawValue: body.table) else {
        throw Problem(
          .badRequest,
          "«\u{A0}table\u{A0}» attend\u{A0}: "
            + ExportWriter.Table.allCases.map(\.rawValue).joined(separator: ", ")
            + ".")
      }
      var parameters = JobParameters()
      parameters.table = table.rawValue
      return try await UploadIntake.queue(.export, parameters, context, app: app)
    }
    service.get("/api/v1/exports/{file}", .role(.reader)) { _, context in
      let name = try PathValue.text(context, "file")
      // Only names the folder itself lists: no path can be smuggled in.
      guard let spool = app.spool, try spool.files(in: "exports").contains(name) else {
        throw Problem.unknown("Cet export")
      }
      return try file(spool.export(name), name: name)
    }
    service.post("/api/v1/backups", .role(.administrator)) { _, context in
      _ = try app.requireWritable()
      return try await UploadIntake.queue(.backup, JobParameters(), context, app: app)
    }
    service.get("/api/v1/backups", .role(.administrator)) { _, _ in
      let files = try app.spool.map { try BackupRotation(app: app).files($0) } ?? []
      return Answer.fresh(
        Page(items: files.map { .object([("file", .string($0))]) }, next: nil).text)
    }
    service.post("/api/v1/connectors/france-travail", .role(.contributor)) { _, context in
      _ = try app.requireWritable()
      guard app.settings.franceTravail != nil else {
        throw Problem(.conflict, "Le connecteur n’a pas d’identifiants.")
      }
      return try await UploadIntake.queue(.franceTravail, JobParameters(), context, app: app)
    }
  }

  /// A file in pieces, so that its size does not matter.
  private static func file(_ path: String, name: String) throws -> Response {
    guard let handle = FileHandle(forReadingAtPath: path) else { throw Problem.unknown("Cet export") }
    let size = Int(try handle.seekToEnd())
    try handle.seek(toOffset: 0)
    let body = ResponseBody(contentLength: size) { writer in
      while let chunk = try handle.read(upToCount: 1 << 16), !chunk.isEmpty {
        try await writer.write(ByteBuffer(bytes: chunk))
      }
      try await writer.finish(nil)
    }
    return Response(
      status: .ok,
      headers: [
        .contentType: Answer.csv, .cacheControl: "no-store",
        .contentDisposition: "attachment; filename=\"\(SpoolFolder.safe(name))\"",
      ], body: body)
  }
}
