import Taxonomy

/// What a forum is given: its agenda, and the sheet it fills in.
public enum ForumReport {
  /// The agenda for a terminal or a mail.
  public static func text(_ agenda: ForumAgenda) -> String {
    var out = "Ordre du jour\u{A0}: \(agenda.territory.name)\n\(method(agenda))\n"
    for section in sections(agenda) {
      out += "\n\(section.title)\n"
      if section.rows.isEmpty { out += "  \(section.empty)\n" }
      for row in section.rows { out += "  – " + row.joined(separator: "\u{A0}; ") + "\n" }
    }
    for warning in agenda.warnings { out += "\nÀ savoir\u{A0}: \(warning)\n" }
    return out
  }

  /// The agenda as a page to print.
  public static func html(_ agenda: ForumAgenda) -> String {
    let body = sections(agenda).map { section in
      "<h2>\(HTMLText.escaped(section.title))</h2>\n"
        + (section.rows.isEmpty
          ? "<p>\(HTMLText.escaped(section.empty))</p>" : PrintPage.table(section.header, section.rows))
    }.joined(separator: "\n")
    return PrintPage.html(
      title: "Forum des compétences — \(agenda.territory.name)",
      body: body + "\n<h2>Sources et méthode</h2>\n"
        + (agenda.warnings + [method(agenda)]).map { "<p class=\"note\">\(HTMLText.escaped($0))</p>" }
        .joined(separator: "\n"))
  }

  /// The sheet to fill in: the pathways of a portfolio, nothing decided.
  public static func sheetCSV(_ portfolio: Portfolio) -> String {
    var csv = CSVOutput(header: ForumSheet.columns)
    for p in portfolio.active where p.state != .sent && p.state != .evaluated {
      csv.add([
        String(p.number), String(portfolio.revision), p.key.certification, p.title, "", "", "", "",
      ])
    }
    return csv.text
  }

  /// The same as a page to print.
  public static func sheetHTML(_ portfolio: Portfolio, territory: String) -> String {
    let rows = portfolio.active.filter { $0.state != .sent && $0.state != .evaluated }.map { p in
      [
        String(p.number), "\(p.certification) (\(p.key.certification))", p.title,
        need(p.figures),
        "", "", "☐ valider ☐ rejeter ☐ ajourner ☐ discuter", "",
      ]
    }
    return PrintPage.html(
      title: "Feuille de vote — \(portfolio.name)" + (territory.isEmpty ? "" : ", \(territory)"),
      body: "<p>Révision \(portfolio.revision) du portefeuille.</p>\n"
        + PrintPage.table(
          ["n°", "certification", "module", "besoin", "pour", "contre", "décision", "commentaire"], rows))
  }

  private static func need(_ figures: PathwayFigures) -> String {
    if Disclosure.published.hides(offers: figures.offers, employers: figures.employers) {
      return PageCell.secretWords
    }
    return "\(FrenchNumber.percentRange(figures.lower, figures.upper)), "
      + "\(FrenchNumber.count(figures.offers, of: figures.offersTotal)) offres"
  }

  /// What an import did.
  public static func text(_ forum: KeptForum) -> String {
    let refused = forum.outcomes.filter { $0.refusal != nil }
    var out = "Forum «\u{A0}\(forum.record.name)\u{A0}»\u{A0}: "
    out +=
      "\(FrenchWords.count(forum.outcomes.count - refused.count, "parcours débattu", "parcours débattus")), "
      + "\(FrenchWords.count(forum.record.signals.count, "observation", "observations")), "
    out +=
      "\(FrenchWords.count(refused.count + forum.record.quarantined.count, "ligne mise", "lignes mises")) de côté\n"
    for outcome in refused { out += "  parcours n°\u{A0}\(outcome.number)\u{A0}: \(outcome.refusal ?? "")\n" }
    return out
  }

  // MARK: Parts

  private struct Section {
    let title: String
    let header: [String]
    let rows: [[String]]
    let empty: String
  }

  private static func sections(_ agenda: ForumAgenda) -> [Section] {
    let quiet = agenda.signalsMissing ?? "Rien que les offres permettent d’affirmer."
    func change(_ signal: SignalRow) -> [String] {
      func share(_ x: Double?) -> String { x.map { FrenchNumber.percent($0) } ?? PageCell.secretWords }
      return [
        signal.family.label, "\(share(signal.shareReference)) puis \(share(signal.shareRecent))",
        signal.offersRecent.map { "\(FrenchNumber.integer($0)) offres récentes" } ?? PageCell.secretWords,
      ]
    }
    return [
      Section(
        title: "Les plus demandées", header: ["compétence", "offres", "intervalle"],
        rows: agenda.demanded.map {
          [
            $0.family.label, FrenchNumber.count($0.figures.offers, of: $0.figures.offersTotal),
            FrenchNumber.percentRange($0.figures.interval.lower, $0.figures.interval.upper),
          ]
        }, empty: "Trop peu d’offres collectées sur ce territoire."),
      Section(
        title: "En émergence ou en hausse", header: ["compétence", "part", "effectif"],
        rows: agenda.emerging.map(change), empty: quiet),
      Section(
        title: "En déclin", header: ["compétence", "part", "effectif"], rows: agenda.fading.map(change),
        empty: quiet),
      Section(
        title: "Absentes des certifications", header: ["certification", "module", "besoin"],
        rows: agenda.missing.map {
          [
            "\($0.certification.title) (\($0.certification.code))", $0.name,
            FrenchNumber.percentRange($0.demand.interval.lower, $0.demand.interval.upper),
          ]
        }, empty: "Aucun manque que les offres du territoire suffisent à établir."),
      Section(
        title: "Signaux de terrain", header: ["date", "qui", "sens", "observation"],
        rows: agenda.field.map {
          [
            $0.date, $0.source.isEmpty ? $0.role.french : $0.source, $0.direction.french,
            $0.words.isEmpty ? $0.readings.map(\.label).joined(separator: ", ") : $0.words,
          ]
        }, empty: "Aucun."),
      Section(
        title: "Parcours proposés", header: ["n°", "certification", "module", "état"],
        rows: agenda.pathways.map {
          [String($0.number), "\($0.certification) (\($0.key.certification))", $0.title, $0.state.french]
        }, empty: "Aucun portefeuille."),
    ]
  }

  private static func method(_ agenda: ForumAgenda) -> String {
    let window =
      agenda.window.map {
        ", publiées du \(FrenchWords.date($0.lowerBound)) au \(FrenchWords.date($0.upperBound))"
      } ?? ""
    return "\(FrenchNumber.integer(agenda.offers)) offres distinctes collectées sur le territoire\(window). "
      + "Une offre collectée n’est pas un emploi vacant. Intervalles à 95\u{A0}%. "
      + "\(FrenchNumber.integer(agenda.withheld)) compétences demandées par trop peu d’offres ou d’employeurs ne sont "
      + "pas montrées (secret statistique). Versions\u{A0}: \(agenda.releases.text). "
      + "Empreinte \(agenda.fingerprint.prefix(16))."
  }
}
