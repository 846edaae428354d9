public import Taxonomy

/// Occupations close to one, and what a person who moves would have to learn: table, CSV and JSON.
public struct NeighboursReport {
  private let from: ROMECode
  private let title: String
  private let neighbours: [OccupationProfiles.Neighbour]
  private let lexicon: Lexicon
  private let fingerprint: String
  /// Cards that the ROME itself calls close, by closeness.
  private let official: [ROMECode]

  /// - Parameters:
  ///   - from: the occupation one leaves.
  ///   - title: the scope, in French.
  public init(
    from: ROMECode, title: String, neighbours: [OccupationProfiles.Neighbour], lexicon: Lexicon,
    cube: CubeColumns
  ) {
    self.from = from
    self.title = title
    self.neighbours = neighbours
    self.lexicon = lexicon
    official = lexicon.release.mobility.filter { $0.from == from }.map(\.to)
    fingerprint = SignalFingerprint.digest(
      cube, lines: ["neighbours=\(from)", "scope=\(title)"], lexicon: lexicon)
  }

  private var releases: ReleaseSet { ReleaseSet(lexicon: lexicon) }

  /// For a terminal.
  public var table: String {
    var out = "Métiers proches de \(name(from))\u{A0}: \(title)\n"
    for neighbour in neighbours {
      out += "\n\(FrenchNumber.decimal(neighbour.similarity, digits: 2))  \(name(neighbour.occupation)) "
      out += "(\(FrenchNumber.integer(neighbour.offers)) offres, "
      out += "\(FrenchNumber.integer(neighbour.shared)) compétences communes"
      out += official.contains(neighbour.occupation) ? ", mobilité du ROME)\n" : ")\n"
      if neighbour.toLearn.isEmpty { out += "      Rien de plus n’est demandé au-delà du hasard.\n" }
      for lesson in neighbour.toLearn {
        let isCredential = lexicon.families[lesson.family]?.kind == .credential
        out += "      \(isCredential ? "!" : "+") \(label(lesson.family))\u{A0}: "
        out += "\(FrenchNumber.percent(lesson.shareFrom)) → \(FrenchNumber.percent(lesson.shareTo))\n"
      }
    }
    if neighbours.isEmpty {
      out += "\nAucun métier assez fourni n’est proche (cosinus d’au moins "
      out += "\(FrenchNumber.decimal(OccupationProfiles.closeness, digits: 1))).\n"
    }
    return out
      + "\n+\u{A0}: à apprendre\u{A0}; !\u{A0}: certificat ou habilitation à obtenir. Parts lissées des offres "
      + "collectées, du métier de départ au métier d’arrivée.\nVersions\u{A0}: \(releases.text).\n"
      + "Empreinte\u{A0}: \(fingerprint)\n"
  }

  /// One line a lesson; an occupation without any has one line.
  public var csv: String {
    var csv = CSVOutput(header: [
      "depart", "metier", "libelle", "proximite", "offres", "communes", "mobilite_rome", "famille",
      "competence",
      "genre", "part_depart", "part_arrivee", "part_arrivee_basse", "empreinte", "versions",
    ])
    for neighbour in neighbours {
      let head = [
        from.value, neighbour.occupation.value, occupationLabel(neighbour.occupation),
        CSVOutput.number(neighbour.similarity), String(neighbour.offers), String(neighbour.shared),
        official.contains(neighbour.occupation) ? "oui" : "non",
      ]
      if neighbour.toLearn.isEmpty { csv.add(head + ["", "", "", "", "", "", fingerprint, releases.text]) }
      for lesson in neighbour.toLearn {
        csv.add(
          head + [
            lesson.family, label(lesson.family),
            lexicon.families[lesson.family].map { FrenchWords.kind($0.kind) } ?? "",
            CSVOutput.number(lesson.shareFrom), CSVOutput.number(lesson.shareTo),
            CSVOutput.number(lesson.lowerTo), fingerprint, releases.text,
          ])
      }
    }
    return csv.text
  }

  /// The whole document, ended by a line feed.
  public var json: String {
    JSONOutput.text(
      .object([
        ("fingerprint", .string(fingerprint)), ("releases", releases.json),
        ("occupation", .string(from.value)),
        ("label", .string(occupationLabel(from))), ("scope", .string(title)),
        (
          "neighbours",
          .array(
            neighbours.map { neighbour in
              .object([
                ("occupation", .string(neighbour.occupation.value)),
                ("label", .string(occupationLabel(neighbour.occupation))),
                ("similarity", .number(neighbour.similarity)), ("offers", .integer(neighbour.offers)),
                ("shared", .integer(neighbour.shared)),
                ("rome_mobility", .bool(official.contains(neighbour.occupation))),
                (
                  "to_learn",
                  .array(
                    neighbour.toLearn.map { lesson in
                      .object([
                        ("family", .string(lesson.family)), ("label", .string(label(lesson.family))),
                        (
                          "kind", .string(lexicon.families[lesson.family]?.kind.rawValue)
                        ), ("share_from", .number(lesson.shareFrom)), ("share_to", .number(lesson.shareTo)),
                        ("lower_to", .number(lesson.lowerTo)),
                      ])
                    })
                ),
              ])
            })
        ),
      ]))
  }

  private func label(_ family: String) -> String { lexicon.families[family]?.label ?? family }
  private func occupationLabel(_ code: ROMECode) -> String { lexicon.release.occupation(code)?.label ?? "" }
  private func name(_ code: ROMECode) -> String {
    let label = occupationLabel(code)
    return label.isEmpty ? code.value : "\(code.value) \(label)"
  }
}
