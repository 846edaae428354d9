import Taxonomy

/// What the observatory gives away every month: tables of figures under statistical secrecy, documents of linked data and
/// a dictionary. No sentence, no employer and no identifier of an offer is among them.
package struct OpenData: Sendable {
  /// Tables and documents, then what describes them.
  package let files: [OpenDataFile]
  /// Month they are made for, as `2026-11`.
  package let month: String

  /// - Throws: what the store throws.
  package init(_ observatory: Observatory) throws {
    // Whoever asks, what is given away is what anybody may see: everything below takes this one.
    let observatory = observatory.published
    let tables = OpenDataTables(observatory: observatory)
    let documents = [
      OpenDataFile(
        "modules.jsonld", "Modules candidats, données liées",
        "Liste de formations au vocabulaire schema.org ; les petits effectifs y sont tus.",
        type: "application/ld+json", text: CandidatesJSONLD.text(observatory)),
      OpenDataFile(
        "territoires.geojson", "Départements et leurs compétences les plus demandées",
        "Un point par département (RFC 7946).", type: "application/geo+json",
        text: try TerritoriesGeoJSON.text(observatory)),
    ]
    let all =
      [tables.demand(), tables.occupations(), tables.signals(), tables.modules(), tables.coverage()]
      + documents
    month = SignalWindows.text(month: observatory.today.monthIndex)
    let description = OpenDataDescription(observatory: observatory, files: all, month: month)
    files =
      all + [description.dictionary(), description.package(), description.catalogue(), description.readMe()]
  }
}
