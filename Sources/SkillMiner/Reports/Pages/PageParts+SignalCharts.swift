import Taxonomy

/// What changed, drawn.
extension PageParts {
  func quadrant(_ id: String, _ result: ScopeSignals, _ scope: PageScope, limit: Int) -> PageChart? {
    let candidates = result.table.signals.filter {
      $0.oddsRatio != nil && Self.isTrade($0.family) && $0.offersRecent + $0.offersReference >= 20
    }.sorted { ($1.offersRecent, $0.family.id) < ($0.offersRecent, $1.family.id) }
    let shown = rows(candidates, scope, result.request.windows).filter(\.isWhole).prefix(limit)
    guard shown.count >= 4 else { return nil }
    return PageChart(
      id, "Demande et dynamique",
      description:
        "Nuage de points : à droite, les compétences les plus demandées ; en haut, celles dont la demande croît.",
      .quadrant(
        shown.map {
          QuadrantPoint(
            label: $0.family.label, link: .competency($0.family.id), share: $0.shareRecent ?? 0,
            ratio: $0.oddsRatio ?? 1, kind: $0.kind)
        }),
      table: PageTable(
        id + "-table", caption: "Les mêmes chiffres en tableau.",
        columns: [
          .init("competence", "Compétence"), .init("part", "Part récente", .number),
          .init("rapport", "Rapport de cotes", .number), .init("classe", "Classe"),
        ],
        rows: shown.map { s in
          [
            .text(s.family.label, to: .competency(s.family.id)), s.shareRecent.map { .share($0) } ?? .secret,
            ratio(s),
            .text(FrenchWords.signal(s.kind)),
          ]
        }))
  }

  /// Signals whose figures are kept back are left out; `nil` when that leaves none.
  func decomposition(_ id: String, _ signals: [SignalRow], title: PageText) -> PageChart? {
    let parts = signals.compactMap { s in
      s.within.flatMap { within in
        s.mix.map { (s.family, ChangeParts(label: s.family.label, within: within, mix: $0)) }
      }
    }
    guard !parts.isEmpty else { return nil }
    return PageChart(
      id, title,
      description:
        "Barres : variation de la part de chaque compétence, séparée entre ce qui change dans les métiers et ce qui vient de leur composition.",
      .decomposition(parts.map(\.1)),
      table: PageTable(
        id + "-table", caption: "Les mêmes chiffres en tableau, en points.",
        columns: [
          .init("competence", "Compétence"), .init("interieur", "À l’intérieur", .number),
          .init("composition", "Composition", .number), .init("total", "Variation", .number),
        ], rows: parts.map(partsRow)))
  }

  private func partsRow(_ family: CompetencyFamily, _ change: ChangeParts) -> [PageCell] {
    let label = PageCell.text(family.label, to: .competency(family.id))
    return [label, points(change.within), points(change.mix), points(change.within + change.mix)]
  }

  /// A difference of shares in points, with its sign.
  private func points(_ x: Double) -> PageCell {
    PageCell(
      .number(x * 100), PageText(verbatim: (x > 0 ? "+" : "") + FrenchNumber.decimal(x * 100, digits: 1)))
  }
}
