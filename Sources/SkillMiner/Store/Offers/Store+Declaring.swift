import GRDB
public import Taxonomy

/// A stored offer whose employer ticked competencies in a form.
public struct DeclaringOffer: Hashable, Sendable {
  /// Row in the store.
  public let offer: Int64
  /// Identifier given by the source.
  public let identifier: String
  /// Title after cleaning and redaction.
  public let title: String
  /// Text after cleaning and redaction.
  public let description: String
  /// Occupation as the feed gave it.
  public let occupation: ROMECode?
  /// The recruiter's name; never printed.
  public let employer: String?
  /// A key equal for offers of one employer; `nil` when unknown.
  public let employerKey: String?
  /// What was ticked, in the order of the form.
  public var declared: [JobOffer.DeclaredCompetency]

  /// Makes the value from its parts.
  public init(
    offer: Int64, identifier: String, title: String, description: String, occupation: ROMECode?,
    employer: String?, employerKey: String?, declared: [JobOffer.DeclaredCompetency]
  ) {
    self.offer = offer
    self.identifier = identifier
    self.title = title
    self.description = description
    self.occupation = occupation
    self.employer = employer
    self.employerKey = employerKey
    self.declared = declared
  }
}

extension Store {
  /// Offers whose employer ticked competencies, in row order: of near-duplicates, the first that has any.
  public func declaringOffers() throws -> [DeclaringOffer] {
    try read { db in
      let cursor = try Row.fetchCursor(
        db,
        sql: """
          SELECT o.id, o.cluster, o.identifier, o.occupation_declared, o.employer, o.employer_key, t.title,
            t.description, i.code, i.label, i.required
          FROM offer_item i JOIN offer o ON o.id = i.offer JOIN offer_text t ON t.offer = o.id
          WHERE i.role = 'competency' ORDER BY o.id, i.ordinal
          """)
      var offers: [DeclaringOffer] = []
      var clusters: Set<Int64> = []
      while let row = try cursor.next() {
        let item = JobOffer.DeclaredCompetency(
          code: try self.ogrOptional(row, "code"), label: row["label"], required: row["required"])
        if let last = offers.indices.last, offers[last].offer == row["id"] as Int64 {
          offers[last].declared.append(item)
        } else if clusters.insert(row["cluster"]).inserted {
          offers.append(
            DeclaringOffer(
              offer: row["id"], identifier: row["identifier"], title: row["title"],
              description: row["description"],
              occupation: try self.decodeOptional(row, "occupation_declared") { ROMECode($0) },
              employer: row["employer"], employerKey: row["employer_key"], declared: [item]))
        }
      }
      return offers
    }
  }
}
