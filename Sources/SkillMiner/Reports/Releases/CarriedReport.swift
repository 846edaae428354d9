import Taxonomy

/// Counts carried from one release to another, for a terminal, a spreadsheet and programs.
public enum CarriedReport {
  /// What passed and what did not, then the first lines of each.
  ///
  /// - Parameter limit: lines shown of each.
  public static func text(_ carried: CarriedCounts, limit: Int) -> String {
    var out = "Effectifs reportés\u{A0}: \(carried.old) → \(carried.new)\n\n"
    out +=
      "Lignes reportées\u{A0}: \(FrenchNumber.count(carried.lines - carried.losses.count, of: carried.lines))"
    out += " (\(FrenchNumber.percent(carried.share)))\n"
    for (place, column) in carried.columns.enumerated() {
      let weight = carried.weight(of: place)
      out += "\(name(column)), sommes de colonne\u{A0}: \(FrenchNumber.integer(weight.carried)) "
      out += "\(weight.carried < 2 ? "reporté" : "reportés"), \(FrenchNumber.integer(weight.lost)) non "
      out += "(\(FrenchNumber.percent(weight.share)) de reporté)\n"
    }
    let sums = carried.rows.count(where: \.isSum)
    let parts = carried.rows.count { !$0.left.isEmpty }
    if sums > 0 {
      out +=
        "\(FrenchNumber.count(sums, "somme", "sommes")) de lignes devenues une seule\u{A0}: une même offre, un même "
      out += "employeur peuvent y compter deux fois.\n"
    }
    if parts > 0 {
      out +=
        "\(FrenchNumber.count(parts, "famille passe", "familles passent")) en partie\u{A0}: des codes se perdent, "
      out += "l’effectif est celui de tous.\n"
    }
    let unknown = carried.losses.count(where: \.isUnknown)
    if unknown > 0 {
      out +=
        "\(FrenchNumber.count(unknown, "ligne porte", "lignes portent")) des codes que \(carried.old) n’a pas.\n"
    }
    out += "\n# Reporté (\(carried.columns.joined(separator: ", ")))\n"
    for row in carried.rows.prefix(limit) { out += line(row) }
    out += rest(carried.rows.count, limit)
    out += "\n# Non reporté\n"
    for loss in carried.losses.prefix(limit) {
      out += "\(loss.line.label)\t\(counts(loss.line.counts))\t"
      out +=
        loss.isUnknown ? "code inconnu de \(carried.old)\n" : proposals(loss, separator: "\u{A0}; ") + "\n"
    }
    return out + rest(carried.losses.count, limit)
  }

  /// One line for each row carried and each line lost.
  public static func csv(_ carried: CarriedCounts) -> String {
    var csv = CSVOutput(
      header: carried.contexts + [
        "devenir", "codes_ogr", "libelles", "passage", "famille", "libelle_origine", "codes_origine",
        "codes_perdus",
      ] + carried.columns + ["propositions", "de", "vers"])
    for row in carried.rows {
      csv.add(
        row.context + [
          fate(row), row.targets.map(\.code.description).joined(separator: " "),
          row.targets.map(\.label).joined(separator: " | "),
          row.ways.map(FrenchWords.way).joined(separator: " | "),
          row.sources.map(\.family).joined(separator: " | "),
          row.sources.map(\.label).joined(separator: " | "),
          row.sources.flatMap(\.codes).map(\.description).joined(separator: " "),
          row.left.map(\.description).joined(separator: " "),
        ] + row.counts.map(cell) + ["", carried.old, carried.new])
    }
    for loss in carried.losses {
      csv.add(
        loss.line.context + [
          loss.isUnknown ? "code inconnu" : "non reporté", "", "", "", loss.line.family, loss.line.label,
          loss.line.codes.map(\.description).joined(separator: " "),
          loss.line.codes.map(\.description).joined(separator: " "),
        ] + loss.line.counts.map(cell) + [proposals(loss, separator: " | "), carried.old, carried.new])
    }
    return csv.text
  }

  /// The same for programs; what is kept back is `null`.
  public static func json(_ carried: CarriedCounts) -> String {
    let weights = carried.columns.enumerated().map { place, column -> (String, JSONOutput.Value) in
      let weight = carried.weight(of: place)
      return (
        column,
        .object([
          ("carried", .integer(weight.carried)), ("lost", .integer(weight.lost)),
          ("share", .number(weight.share)),
        ])
      )
    }
    func counts(_ counts: [Int?]) -> JSONOutput.Value {
      .object(zip(carried.columns, counts).map { ($0, .integer($1)) })
    }
    func context(_ values: [String]) -> [(String, JSONOutput.Value)] {
      zip(carried.contexts, values).map { ($0, .string($1)) }
    }
    let rows = carried.rows.map { row -> JSONOutput.Value in
      .object(
        context(row.context) + [
          (
            "items",
            .array(
              row.targets.map {
                .object([("code", .string($0.code.description)), ("label", .string($0.label))])
              })
          ), ("ways", .array(row.ways.map { .string($0.rawValue) })),
          ("from", .array(row.sources.map(source))),
          ("left", .array(row.left.map { .string($0.description) })),
          ("sum", .bool(row.isSum)), ("counts", counts(row.counts)),
        ])
    }
    let losses = carried.losses.map { loss -> JSONOutput.Value in
      .object(
        context(loss.line.context) + [
          ("from", source(loss.line)), ("unknown", .bool(loss.isUnknown)),
          ("counts", counts(loss.line.counts)),
          (
            "proposals",
            .array(
              loss.proposals.map {
                .object([
                  ("code", .string($0.new.code.description)), ("label", .string($0.new.label)),
                  ("score", .number($0.score)),
                ])
              })
          ),
        ])
    }
    return JSONOutput.text(
      .object([
        ("from", .string(carried.old)), ("to", .string(carried.new)), ("lines", .integer(carried.lines)),
        ("share", .number(carried.share)), ("weights", .object(weights)), ("carried", .array(rows)),
        ("lost", .array(losses)),
      ]))
  }

  // MARK: Parts

  private static func source(_ line: CountedTable.Line) -> JSONOutput.Value {
    .object([
      ("family", .string(line.family)), ("label", .string(line.label)),
      ("codes", .array(line.codes.map { .string($0.description) })),
    ])
  }

  private static func name(_ column: String) -> String {
    let words = column.split(separator: "_").joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  private static func line(_ row: CarriedCounts.Row) -> String {
    let from = row.sources.map(\.label).joined(separator: " + ")
    let to = row.targets.map { "\($0.code) \($0.label)" }.joined(separator: "\u{A0}; ")
    return "\(from)\t\(counts(row.counts))\t\(to.isEmpty ? "propre au lexique" : to)"
      + (row.isSum ? " (somme)" : "") + (row.left.isEmpty ? "" : " (en partie)") + "\n"
  }

  private static func rest(_ all: Int, _ limit: Int) -> String {
    all > limit
      ? "… et \(FrenchNumber.integer(all - limit)) de plus (--limit, ou --format csv)\n" : ""
  }

  private static func counts(_ counts: [Int?]) -> String {
    counts.map { $0.map(FrenchNumber.integer) ?? "s" }.joined(separator: "\t")
  }

  private static func cell(_ count: Int?) -> String { count.map(String.init) ?? "s" }

  private static func fate(_ row: CarriedCounts.Row) -> String {
    if row.targets.isEmpty { return "propre au lexique" }
    if row.isSum { return "somme" }
    return row.left.isEmpty ? "reporté" : "reporté en partie"
  }

  private static func proposals(_ loss: CarriedCounts.Loss, separator: String) -> String {
    loss.proposals.map {
      "\($0.new.code) \($0.new.label) (\(FrenchNumber.percent($0.score)))"
    }.joined(separator: separator)
  }
}

extension FrenchWords {
  /// How an item passes from one release to another.
  public static func way(_ way: ReleaseMigration.Way) -> String {
    switch way {
    case .reviewed: "lien relu"
    case .code: "même code, même intitulé"
    case .codeRevised: "même code, intitulé revu"
    case .label: "même intitulé, autre code"
    case .labelVariant: "mêmes mots, autre code"
    }
  }
}
