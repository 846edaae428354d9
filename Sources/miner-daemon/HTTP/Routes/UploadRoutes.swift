import HTTPTypes
import Hummingbird
import NIOCore

/// Files that come in pieces: a broken connection costs only the piece under way.
enum UploadRoutes {
  static func add(to service: ServiceRouter) {
    let app = service.app
    service.post("/api/v1/uploads", .role(.contributor)) { request, _ in
      let spool = try app.requireWritable()
      let name = try Query(request).text("name", limit: 200) ?? "fichier"
      let upload = try await app.blocking { try Uploads(app: app, spool: spool).begin(name: name) }
      var response = Answer.fresh(item(upload, offset: 0).text + "\n", status: .created)
      response.headers[.location] = "/api/v1/uploads/\(upload.id)"
      response.headers[HeaderNames.uploadOffset] = "0"
      return response
    }
    service.get("/api/v1/uploads/{id}", .role(.contributor)) { _, context in
      let spool = try app.requireWritable()
      let upload = try Uploads(app: app, spool: spool).find(try PathValue.text(context, "id"))
      let size = try UploadFile(path: upload.path, limit: Int.max, append: true).size
      var response = Answer.fresh(item(upload, offset: size).text + "\n")
      response.headers[HeaderNames.uploadOffset] = String(size)
      return response
    }
    service.patch("/api/v1/uploads/{id}", .role(.contributor)) { request, context in
      let spool = try app.requireWritable()
      let upload = try Uploads(app: app, spool: spool).find(try PathValue.text(context, "id"))
      let file = try UploadFile(path: upload.path, limit: app.settings.uploadLimit << 20, append: true)
      guard let offset = request.headers[HeaderNames.uploadOffset].flatMap({ Int($0) }) else {
        throw Problem(.badRequest, "L’en-tête Upload-Offset manque ou n’est pas un nombre.")
      }
      guard offset == file.size else {
        throw Problem(
          .conflict, "L’envoi en est à l’octet \(file.size).",
          headers: [HeaderNames.uploadOffset: String(file.size)])
      }
      // What arrived before the connection broke counts.
      do {
        var pace = BodyPace(clock: app.clock)
        for try await buffer in request.body {
          try pace.count(buffer)
          try file.append(Array(buffer.readableBytesView))
        }
      } catch {
        try file.sync()
        throw error
      }
      guard file.size > offset else {
        throw Problem(.badRequest, "Le corps est vide\u{A0}: un morceau est attendu.")
      }
      try await app.blocking { try file.sync() }
      var response = Answer.empty()
      response.headers[HeaderNames.uploadOffset] = String(file.size)
      return response
    }
    service.delete("/api/v1/uploads/{id}", .role(.contributor)) { _, context in
      let spool = try app.requireWritable()
      let upload = try Uploads(app: app, spool: spool).find(try PathValue.text(context, "id"))
      try UploadFile(path: upload.path, limit: Int.max, append: true).discard()
      return Answer.empty()
    }
  }

  private static func item(_ upload: Uploads.Upload, offset: Int) -> JSON {
    .object([
      ("id", .string(upload.id)), ("name", .string(upload.name)), ("offset", .integer(offset)),
    ])
  }
}
