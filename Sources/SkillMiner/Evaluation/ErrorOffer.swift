import Taxonomy

/// One offer of the page: its texts with the marks of both sides, and what they disagree on.
package struct ErrorOffer: Sendable {
  package let anchor: String
  package let id: String
  package let occupation: String
  package let title: [MarkedStretch]
  package let description: [MarkedStretch]
  package let rows: [ErrorRow]
  package let count: String

  init(
    _ offer: AnnotatedOffer, _ predictions: [PredictedMention], _ errors: [EvaluationError], number: Int,
    release: TaxonomyRelease
  ) {
    anchor = "offre-\(number)"
    id = MarkedStretch.printable(offer.id)
    occupation =
      offer.occupation.map { code in
        release.occupation(code).map { "\(code) \($0.label)" } ?? code.description
      } ?? "métier inconnu"
    title = MarkedStretch.stretches(offer, .title, predictions)
    description = MarkedStretch.stretches(offer, .description, predictions)
    let ordered = errors.enumerated().sorted { a, b in
      let (x, y) = (ErrorRow.place(a.element), ErrorRow.place(b.element))
      return (x.field == y.field) ? (x.start, a.offset) < (y.start, b.offset) : x.field == .title
    }
    rows = ordered.map { ErrorRow($0.element, offer, release) }
    count = rows.count == 1 ? "1\u{A0}écart" : "\(FrenchNumber.integer(rows.count))\u{A0}écarts"
  }
}
