import Taxonomy

/// What fades, by occupation and by certification: table, CSV and JSON.
public enum ObsolescenceReport {
  private static let table = TextTable(columns: [
    .init("Certification", width: 60), .init("Évaluables", width: 10, .right),
    .init("Déclin", width: 8, .right), .init("Essor", width: 8, .right), .init("Part", width: 8, .right),
  ])

  /// For a terminal.
  public static func table(
    _ result: ObsolescenceAnalysis.Result, names: (ObsolescenceAnalysis.Occupation) -> String
  )
    -> String
  {
    var out = "Compétences en déclin ou en disparition, par métier\n"
    for occupation in result.occupations {
      out += "\n\(names(occupation))\n" + SignalsTable.body(occupation.fading, limit: 20)
    }
    if result.occupations.isEmpty {
      out += "\nAucune, parmi \(FrenchNumber.integer(result.occupationsTested)) métiers comparables.\n"
    }
    out += "\nCertifications dont les blocs enseignent des compétences en déclin\n\n" + table.header + "\n"
    for taught in result.certifications {
      let count = taught.count
      out +=
        table.row([
          "\(taught.certification.code) \(taught.certification.title)",
          FrenchNumber.integer(count.assessable), FrenchNumber.integer(count.fading.count),
          FrenchNumber.integer(count.rising.count),
          count.share.map { FrenchNumber.percent($0) + (count.isMostlyFading ? " !" : "") } ?? "–",
        ]) + "\n"
      for entry in taught.families where entry.row.kind.fades {
        out += "    \(entry.row.family.label)\u{A0}: \(FrenchWords.signal(entry.row.kind))\n"
      }
    }
    if result.certifications.isEmpty { out += "Aucune n’a de compétence évaluable.\n" }
    return out
      + "\n\(FrenchNumber.integer(result.silent)) certifications sans compétence évaluable (données insuffisantes), "
      + "\(FrenchNumber.integer(result.unreadable)) sans texte ou sans métier.\n"
      + "!\u{A0}: plus de la moitié de ce qui est enseigné et évaluable décline. Part dite à partir de "
      + "\(ObsolescenceCount.support) compétences évaluables.\nVersions\u{A0}: \(result.releases.text).\n"
      + "Empreinte\u{A0}: \(result.fingerprint)\n"
  }

  /// One line a fading family of an occupation, then one a family taught by a certification.
  public static func csv(_ result: ObsolescenceAnalysis.Result) -> String {
    var csv = CSVOutput(
      header: ["objet", "code", "intitule", "part_en_declin", "surtout_en_declin", "phrase_du_bloc"]
        + SignalsCSV.header + ["empreinte", "versions"])
    for occupation in result.occupations {
      for row in occupation.fading {
        csv.add(
          ["métier", occupation.code.value, "", "", "", ""] + SignalsCSV.cells(row)
            + [result.fingerprint, result.releases.text])
      }
    }
    for taught in result.certifications {
      for entry in taught.families {
        csv.add(
          [
            "certification", taught.certification.code.description, taught.certification.title,
            taught.count.share.map(CSVOutput.number) ?? "", taught.count.isMostlyFading ? "oui" : "non",
            entry.passage ?? "",
          ] + SignalsCSV.cells(entry.row) + [result.fingerprint, result.releases.text])
      }
    }
    return csv.text
  }

  /// The whole document, ended by a line feed.
  public static func json(_ result: ObsolescenceAnalysis.Result) -> String {
    JSONOutput.text(
      .object([
        ("fingerprint", .string(result.fingerprint)), ("releases", result.releases.json),
        (
          "occupations",
          .array(
            result.occupations.map { occupation in
              .object([
                ("occupation", .string(occupation.code.value)),
                ("rows", .array(occupation.fading.map { .object(SignalsJSON.members($0)) })),
              ])
            })
        ), ("occupations_tested", .integer(result.occupationsTested)),
        (
          "certifications",
          .array(
            result.certifications.map { taught in
              .object([
                ("certification", .string(taught.certification.code.description)),
                ("title", .string(taught.certification.title)),
                ("assessable", .integer(taught.count.assessable)),
                ("fading", .array(taught.count.fading.map { .string($0) })),
                ("rising", .array(taught.count.rising.map { .string($0) })),
                ("share", taught.count.share.map { .number($0) } ?? .null),
                ("mostly_fading", .bool(taught.count.isMostlyFading)),
                (
                  "families",
                  .array(
                    taught.families.map { entry in
                      .object(SignalsJSON.members(entry.row) + [("passage", .string(entry.passage))])
                    })
                ),
              ])
            })
        ), ("silent", .integer(result.silent)), ("unreadable", .integer(result.unreadable)),
      ]))
  }
}
