import Taxonomy

/// Candidate modules as linked data (schema.org): a list of courses, each with what it teaches and the certification it
/// completes.
package enum CandidatesJSONLD {
  /// The whole document, ended by a line feed.
  package static func text(_ observatory: Observatory) -> String {
    let candidates = observatory.result?.candidates ?? []
    return JSONOutput.text(
      .object([
        ("@context", .string("https://schema.org")), ("@type", .string("ItemList")),
        ("name", .string("Modules additionnels candidats")), ("inLanguage", .string("fr")),
        ("dateCreated", .string(observatory.today.description)),
        ("identifier", .string(observatory.result?.fingerprint ?? "")),
        ("license", .string("https://www.etalab.gouv.fr/licence-ouverte-open-licence/")),
        ("numberOfItems", .integer(candidates.count)),
        (
          "itemListElement",
          .array(
            candidates.enumerated().map { item($0.element, place: $0.offset + 1, observatory) })
        ),
      ]))
  }

  private static func item(
    _ c: ModuleCandidate, place: Int, _ observatory: Observatory
  ) -> JSONOutput.Value {
    let teaches: [JSONOutput.Value] = c.families.map { family in
      .object([
        ("@type", .string("DefinedTerm")), ("termCode", .string(family.family.id)),
        ("name", .string(family.family.label)),
      ])
    }
    let credential: [(String, JSONOutput.Value)] = [
      ("@type", .string("EducationalOccupationalCredential")),
      ("identifier", .string(c.certification.code.description)), ("name", .string(c.certification.title)),
    ]
    let course: [(String, JSONOutput.Value)] = [
      ("@type", .string("Course")), ("identifier", .string(CandidatePages.id(c))), ("name", .string(c.name)),
      ("url", .string(Link.candidate(CandidatePages.id(c)).address)), ("teaches", .array(teaches)),
      ("isPartOf", .object(credential)),
      ("additionalProperty", .array(observatory.hides(c) ? [] : properties(c))),
    ]
    return .object([
      ("@type", .string("ListItem")), ("position", .integer(place)), ("item", .object(course)),
    ])
  }

  private static func properties(_ c: ModuleCandidate) -> [JSONOutput.Value] {
    let values: [(String, JSONOutput.Value)] = [
      ("besoin", .number(c.demand.share)), ("besoin_bas", .number(c.demand.interval.lower)),
      ("besoin_haut", .number(c.demand.interval.upper)), ("offres", .integer(c.demand.offers)),
      ("offres_total", .integer(c.demand.offersTotal)), ("employeurs", .integer(c.demand.employers)),
    ]
    return values.map { name, value in
      .object([("@type", .string("PropertyValue")), ("name", .string(name)), ("value", value)])
    }
  }
}
