import Taxonomy

/// Where a feed keeps the fields of the common shape.
///
/// Names of recruiters, supervisors and contacts are in no layout: what is not named is not read. Nor is what employers
/// say about themselves, where a feed keeps it apart.
struct FeedLayout: Sendable {
  /// Name of the feed, for offers whose source nobody gives.
  let source: String
  /// Paths that all have a text in a record of this layout.
  let marks: [String]
  /// Paths by field; the first with a text counts.
  let fields: [RawOffer.Field: [String]]
  /// Parts of the description, in order; of the paths of a part the first with a text counts.
  let texts: [[String]]
  /// Paths of lists of competencies.
  var skills: [String] = []
  /// Paths of diplomas or trainings asked for.
  var trainings: [String] = []
  /// Puts right what paths cannot say.
  var adjust: @Sendable (inout RawOffer) -> Void = { _ in }

  /// Whether a record is of this layout.
  func fits(_ record: some FeedRecord) -> Bool { marks.allSatisfy { record.value($0) != nil } }

  /// The fields of a record.
  func offer(_ record: some FeedRecord) -> RawOffer {
    var raw = RawOffer()
    for (field, paths) in fields { raw[field] = record.first(of: paths) }
    let parts = texts.compactMap { record.first(of: $0) }
    if !parts.isEmpty { raw[.description] = parts.joined(separator: "\n\n") }
    raw.declared = skills.flatMap { record.values($0) }.map {
      JobOffer.DeclaredCompetency(code: nil, label: $0, required: nil)
    }
    raw.trainings = trainings.flatMap { record.values($0) }
    adjust(&raw)
    return raw
  }

  /// For feeds nobody has described: children that bear the usual names.
  static let usualNames = FeedLayout(
    source: "fichier", marks: [],
    fields: Dictionary(
      RawOffer.Field.allCases.map { field in (field, field.names + (field == .id ? ["@id"] : [])) },
      uniquingKeysWith: { first, _ in first }),
    texts: [["description", "texte", "descriptif", "text", "body"], ["profile", "profil"]])
}
