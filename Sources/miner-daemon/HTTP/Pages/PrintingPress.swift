import Hummingbird
import NIOCore
import SkillMiner
import Synchronization

/// Answers with printed sheets as PDF. Two are composed at a time and the latest are kept: composing takes a second, and
/// the pages must stay quick meanwhile.
final class PrintingPress: Sendable {
  /// Sheets composed at a time.
  static let places = 2
  /// Sheets kept.
  static let kept = 64

  private let printer: PDFPrinter?
  private let room = WaitingRoom(places: PrintingPress.places)
  /// The latest sheets by what they show, the last used at the end.
  private let shelf = Mutex<[(html: String, bytes: [UInt8])]>([])

  init(printer: PDFPrinter?) { self.printer = printer }

  /// - Throws: `Problem` when no sheet is there, none can be composed here, or too many are being composed.
  func answer(_ request: Request, _ context: ServiceContext, _ app: ServiceApp) async throws -> Response {
    guard let published = app.publication.latest else { return WaitingPage.answer }
    let site = published.edition(for: context.disclosure).site
    let path = request.uri.path
    let query = PageRoutes.filters(request)
    let sheet = try await app.blocking { try Site.sheet(site.observatory, path: path, query: query) }
    guard let sheet else { throw Problem.unknown("Cette fiche") }
    guard let printer else {
      throw Problem(
        .impossible,
        "Ce service ne compose pas de PDF\u{A0}: WeasyPrint n’y est pas installé. Ouvrez la fiche sans «\u{A0}.pdf\u{A0}» et imprimez-la depuis le navigateur, ou demandez à l’administrateur d’installer le paquet weasyprint."
      )
    }
    let bytes: [UInt8]
    if let known = take(sheet.html) {
      bytes = known
    } else {
      guard room.enter() else {
        throw Problem(
          .busy, "D’autres fiches sont en cours de composition. Réessayez dans un instant.", retryAfter: 3)
      }
      defer { room.leave() }
      bytes = try await app.blocking {
        do {
          return try printer.pdf(sheet.html)
        } catch let failure as CommandFailure {
          throw Problem(.impossible, failure.description)
        }
      }
      keep(sheet.html, bytes)
    }
    var response = Answer.fresh("", type: "application/pdf")
    response.body = ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
    response.headers[.contentDisposition] = "inline; filename=\"\(sheet.fileName)\""
    return response
  }

  private func take(_ html: String) -> [UInt8]? {
    shelf.withLock { shelf in
      guard let place = shelf.firstIndex(where: { $0.html == html }) else { return nil }
      let found = shelf.remove(at: place)
      shelf.append(found)
      return found.bytes
    }
  }

  private func keep(_ html: String, _ bytes: [UInt8]) {
    shelf.withLock { shelf in
      shelf.append((html, bytes))
      if shelf.count > Self.kept { shelf.removeFirst() }
    }
  }
}
