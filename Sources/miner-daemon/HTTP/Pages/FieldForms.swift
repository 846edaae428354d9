import Foundation
import Hummingbird
import SkillMiner
import Taxonomy

/// Observations of the field that people type in on the page, one line of the questionnaire at a time.
enum FieldForms {
  /// What the log calls their origin.
  private static let origin = "saisie"

  static func add(to service: ServiceRouter) {
    let app = service.app
    service.post("/signaux-terrain", .role(.contributor)) { request, context in
      let form = try await FormFields(request)
      _ = try await ReviewRoutes.perform(context, app, counts: true) { try batch(form, app) }
      return Answer.see(Link.fieldSignals.address)
    }
  }

  /// - Throws: `Problem` naming the field that cannot be used.
  private static func batch(_ form: FormFields, _ app: ServiceApp) throws -> FieldSignalBatch {
    let reader = try Workshop.fieldReader(of: app.store, engine: try app.engine())
    do {
      let signal = try reader.signal(nil, file: origin) {
        form[$0.rawValue]?.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
      }
      return FieldSignalBatch(origin: origin, digest: nil, signals: [signal])
    } catch let error as ReadingError {
      let finding = error.finding
      throw Problem(
        .badRequest,
        "Observation non enregistrée [\(finding.code)]\u{A0}: \(finding.message) \(finding.advice) Revenez en arrière\u{A0}: votre saisie y est encore."
      )
    }
  }
}
