import Taxonomy

/// Parts that several pages share: tables of demand and of signals, charts, badges.
struct PageParts {
  let observatory: Observatory

  var facts: OfferFacts { observatory.facts }

  // MARK: Names

  func badge(_ kind: SignalClass) -> PageBadge {
    let tone =
      switch kind {
      case .emerging, .growing: "up"
      case .declining, .vanishing: "down"
      case .stable, .undetermined, .insufficient: ""
      }
    let sign =
      switch kind {
      case .emerging: "▲ "
      case .growing: "↗ "
      case .declining: "↘ "
      case .vanishing: "▼ "
      case .stable: "→ "
      case .undetermined, .insufficient: ""
      }
    return PageBadge(sign + FrenchWords.signal(kind), tone)
  }

  static func level(_ key: CubeScope.TerritoryKey) -> String {
    switch key.level {
    case .commune: "Commune"
    case .employmentBasin: "Bassin d’emploi"
    case .employmentZone: "Zone d’emploi"
    case .department: "Département"
    case .region: "Région"
    }
  }

  // MARK: Demand

  /// The most demanded families of a scope.
  ///
  /// - Parameter isShown: leaves families out (soft skills, small cells).
  func demandTable(
    _ id: String, _ scope: PageScope, limit: Int, spark: Bool = true, caption: PageText,
    where isShown: (Portrait.Demand, CompetencyFamily) -> Bool = { _, _ in true }
  ) -> PageTable {
    let portrait = observatory.portrait(scope)
    var shown: [(Portrait.Demand, CompetencyFamily)] = []
    for demand in portrait.families where shown.count < limit {
      let family = observatory.family(demand.family)
      if isShown(demand, family) { shown.append((demand, family)) }
    }
    let scale = IntervalChart.scale(for: shown.map(\.0.interval.upper).max() ?? 1)
    var columns: [PageTable.Column] = [
      .init("competence", "Compétence"), .init("besoin", "Besoin et intervalle à 95 %", .visual),
      .init("offres", "Offres", .number), .init("employeurs", "Employeurs", .number),
    ]
    // Few offers a month draw no line; a column of dashes would say nothing.
    let lines =
      spark
      ? shown.map { demand, _ in
        observatory.hides(demand.family, in: scope) ? [] : sparkline(demand.family, portrait, scope)
      } : []
    let hasLines = lines.contains { !$0.isEmpty }
    if hasLines { columns.append(.init("evolution", "Par mois", .visual)) }
    let rows = shown.enumerated().map { place, pair -> [PageCell] in
      let (demand, family) = pair
      var cells: [PageCell] = [
        PageCell(
          .text(family.label), PageText(verbatim: family.label, to: .competency(family.id)),
          note: PageText(verbatim: FrenchWords.kind(family.kind)))
      ]
      if observatory.hides(demand.family, in: scope) {
        cells += [.secret, .secret, .secret]
        if hasLines { cells.append(.spark([])) }
        return cells
      }
      cells += [
        share(demand, scale: scale), .integer(demand.offers, to: .offers(family.id, scope)),
        .integer(demand.employers),
      ]
      if hasLines { cells.append(.spark(lines[place])) }
      return cells
    }
    return PageTable(id, caption: caption, columns: columns, rows: rows)
  }

  /// A share by month; months that are kept back have none.
  func series(_ family: Int32, _ scope: PageScope) -> [TrendData.Point] {
    observatory.portrait(scope).series(family, of: facts).map { point in
      isHidden(point, family, scope) ? point.keptBack : point
    }
  }

  private func isHidden(_ point: TrendData.Point, _ family: Int32, _ scope: PageScope) -> Bool {
    let month = scope.during(point.month...point.month)
    return point.offers > 0 && observatory.hides(family, in: month) || observatory.hides(nil, in: month)
  }

  /// A number that counts offers of a scope, unless it is kept back.
  func count(_ n: Int, in scope: PageScope, family: Int32? = nil, to link: Link? = nil) -> PageCell {
    n > 0 && observatory.hides(family, in: scope) ? .secret : .integer(n, to: link)
  }

  /// The same for a sentence.
  func words(_ n: Int, in scope: PageScope, family: Int32? = nil) -> PageText {
    n > 0 && observatory.hides(family, in: scope) ? .secret : PageText(verbatim: FrenchNumber.integer(n))
  }

  /// The same for the head of a page.
  func figure(_ n: Int, in scope: PageScope, _ label: PageText, to link: Link? = nil) -> Figure {
    n > 0 && observatory.hides(nil, in: scope)
      ? Figure(PageCell.secretWords, label, to: .secrecy) : Figure(FrenchNumber.integer(n), label, to: link)
  }

  /// The families asked for most that tell trades apart, with figures that may be shown.
  func leading(_ scope: PageScope, limit: Int) -> [(Portrait.Demand, CompetencyFamily)] {
    observatory.portrait(scope).families.lazy.map { ($0, observatory.family($0.family)) }
      .filter { Self.isTrade($0.1) && !observatory.hides($0.0.family, in: scope) }.prefix(limit).map { $0 }
  }

  /// What stands on the page of a scope whose offers are too few to be published.
  var keptBack: [PageText] {
    [
      "Les chiffres de ce périmètre relèvent du \(PageText.secret) : trop peu d’offres ou d’employeurs, ou un croisement qui ne se publie pas. Les lecteurs habilités les voient en se connectant."
    ]
  }

  func share(_ demand: Portrait.Demand, scale: Double) -> PageCell {
    PageCell(
      .share(demand.share), PageText(verbatim: FrenchNumber.percent(demand.share)),
      note: PageText(verbatim: FrenchNumber.percentRange(demand.interval.lower, demand.interval.upper)),
      visual: .interval(
        share: demand.share, lower: demand.interval.lower, upper: demand.interval.upper, scale: scale))
  }

  /// Shares of the last two years by month, months with few offers taken as the month before; empty when most months have
  /// few, because a line would show chance alone. Published by month are all offers together only.
  func sparkline(_ family: Int32, _ portrait: Portrait, _ scope: PageScope) -> [Double] {
    guard observatory.showsEverything || scope == PageScope() else { return [] }
    let points = series(family, scope).suffix(24)
    guard points.count(where: { $0.total >= 20 }) * 2 > points.count else { return [] }
    var last = 0.0
    return points.map { point in
      if let share = point.share, point.total >= 20 { last = share }
      return last
    }
  }

  /// Families that tell trades apart: everybody asks for soft skills.
  static func isTrade(_ family: CompetencyFamily) -> Bool {
    family.kind != .softSkill && family.kind != .diploma
  }

  func ranking(_ id: String, _ scope: PageScope, limit: Int, title: PageText) -> PageChart {
    let table = demandTable(
      id + "-table", scope, limit: limit, spark: false,
      caption: "Les mêmes chiffres en tableau."
    ) { Self.isTrade($1) }
    let ranked = leading(scope, limit: limit).map { demand, family in
      RankedShare(
        label: family.label, link: .competency(family.id), share: demand.share,
        lower: demand.interval.lower, upper: demand.interval.upper)
    }
    let scale = IntervalChart.scale(for: ranked.map(\.upper).max() ?? 1)
    let words = ranked.prefix(3).map { "\($0.label) \(FrenchNumber.percent($0.share))" }
    return PageChart(
      id, title,
      description: "Parts des offres avec leurs intervalles. En tête : \(words.joined(separator: ", ")).",
      .ranking(ranked, scale: scale), table: table)
  }

  // MARK: Signals

  /// Rows of some classes, in the order of the table, as the reader may see them.
  func signals(_ result: ScopeSignals, _ kinds: Set<SignalClass>, _ scope: PageScope) -> [SignalRow] {
    rows(result.table.signals.filter { kinds.contains($0.kind) }, scope, result.request.windows)
  }

  /// What the reader may see of some signals.
  func rows(_ signals: [Signal], _ scope: PageScope, _ windows: SignalWindows) -> [SignalRow] {
    let (past, recent) = (scope.during(windows.reference), scope.during(windows.recent))
    return signals.map { signal in
      SignalRow(
        signal, disclosure: observatory.disclosure,
        hidesReference: observatory.hides(family: signal.family.id, in: past),
        hidesRecent: observatory.hides(family: signal.family.id, in: recent))
    }
  }

  /// The offers of the two periods, in words.
  func offersOfPeriods(_ result: ScopeSignals, _ scope: PageScope) -> (recent: PageText, reference: PageText)
  {
    let windows = result.request.windows
    return (
      words(result.table.offersRecent, in: scope.during(windows.recent)),
      words(result.table.offersReference, in: scope.during(windows.reference))
    )
  }

  func signalTable(
    _ id: String, _ signals: [SignalRow], _ scope: PageScope, windows: SignalWindows, limit: Int,
    caption: PageText, more: PageText? = nil
  ) -> PageTable {
    PageTable(
      id, caption: caption,
      columns: [
        .init("competence", "Compétence"), .init("classe", "Classe"),
        .init("part_reference", "Part avant", .number), .init("part_recente", "Part récente", .number),
        .init("offres_reference", "Offres avant", .number),
        .init("offres_recentes", "Offres récentes", .number),
        .init("rapport", "Rapport de cotes", .number), .init("q", "q", .number),
        .init("employeurs", "Employeurs", .number),
      ],
      rows: signals.prefix(limit).map { s in
        [
          PageCell(
            .text(s.family.label), PageText(verbatim: s.family.label, to: .competency(s.family.id)),
            note: PageText(verbatim: FrenchWords.kind(s.family.kind))),
          PageCell(
            .text(FrenchWords.signal(s.kind)), PageText(verbatim: ""),
            badges: [badge(s.kind)] + s.warnings.map { PageBadge(FrenchWords.signalWarning($0), "warn") }),
          s.shareReference.map { .share($0) } ?? .secret, s.shareRecent.map { .share($0) } ?? .secret,
          s.offersReference.map {
            .integer($0, to: .offers(s.family.id, scope.during(windows.reference)))
          } ?? .secret,
          s.offersRecent.map {
            .integer($0, to: .offers(s.family.id, scope.during(windows.recent)))
          } ?? .secret,
          ratio(s), s.q.map(qValue) ?? .empty,
          s.isWhole ? s.employers.map { .integer($0) } ?? .secret : .secret,
        ]
      }, more: signals.count > limit ? more : nil)
  }

  private func ratio(_ s: SignalRow) -> PageCell {
    guard let ratio = s.oddsRatio else { return s.isWhole ? .empty : .secret }
    var cell = PageCell.number(ratio)
    if let interval = s.interval {
      let upper = interval.upperBound > 1000 ? "…" : FrenchNumber.decimal(interval.upperBound, digits: 1)
      cell.note = PageText(
        verbatim: "\(FrenchNumber.decimal(interval.lowerBound, digits: 1)) à \(upper)", style: .soft)
    }
    return cell
  }

  private func qValue(_ q: Double) -> PageCell {
    PageCell(.number(q), PageText(verbatim: q < 0.001 ? "< 0,001" : FrenchNumber.decimal(q, digits: 3)))
  }

  // MARK: Charts

  func trend(_ id: String, _ family: Int32, _ scope: PageScope, label: String) -> PageChart {
    let points = series(family, scope)
    var last = "aucune offre"
    if let point = points.last(where: { $0.share != nil }) {
      last = FrenchMonths.month(point.month) + " : " + FrenchNumber.percent(point.share ?? 0)
      last += " (" + FrenchNumber.count(point.offers, of: point.total) + ")"
    }
    let rows: [[PageCell]] = points.map { trendRow($0, facts.familyIDs[Int(family)], scope) }
    let table = PageTable(
      id + "-table", caption: "Les mêmes chiffres en tableau.",
      columns: [
        .init("mois", "Mois"), .init("part", "Part", .number), .init("bas", "Borne basse", .number),
        .init("haut", "Borne haute", .number), .init("offres", "Offres", .number),
        .init("total", "Offres du mois", .number),
      ], rows: rows)
    return PageChart(
      id, "Part des offres qui demandent « \(label) », par mois",
      description: "Courbe de la part mensuelle avec son intervalle à 95 %. Dernier mois, " + last + ".",
      .trend(TrendData(points: points, windows: observatory.windows)), table: table)
  }

  private func trendRow(_ point: TrendData.Point, _ family: String, _ scope: PageScope) -> [PageCell] {
    let month = PageCell(
      .text(SignalWindows.text(month: point.month)), PageText(verbatim: FrenchMonths.month(point.month)))
    let link = Link.offers(family, scope.during(point.month...point.month))
    let hasOffers = point.total > 0
    let total = count(point.total, in: scope.during(point.month...point.month))
    if point.isKeptBack { return [month, .secret, .secret, .secret, .secret, total] }
    return [
      month, point.share.map { PageCell.share($0) } ?? PageCell.empty,
      hasOffers ? PageCell.share(point.lower) : PageCell.empty,
      hasOffers ? PageCell.share(point.upper) : PageCell.empty,
      PageCell.integer(point.offers, to: link), total,
    ]
  }

  /// Signals whose figures are kept back are left out.
  func decomposition(_ id: String, _ signals: [SignalRow], title: PageText) -> PageChart {
    let parts = signals.compactMap { s in
      s.within.flatMap { within in
        s.mix.map { (s.family, ChangeParts(label: s.family.label, within: within, mix: $0)) }
      }
    }
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

  /// Tiles of départements or regions: number of offers, or share that ask for a family.
  func tiles(_ id: String, _ level: Territory.Level, family: Int32?, scope: PageScope, title: PageText)
    -> PageChart
  {
    var rows: [(rank: Int, cells: [PageCell])] = []
    let tiles = TileLayout.tiles(level).map { place -> TileData.Tile in
      let key = CubeScope.TerritoryKey(level: level, code: place.code)
      var local = scope
      local.territory = key
      let portrait = observatory.portrait(local)
      let name = observatory.territory(key)
      let isHidden = portrait.total > 0 && observatory.hides(nil, in: local)
      var value: Double? = portrait.total > 0 && !isHidden ? Double(portrait.total) : nil
      var text =
        "\(name)\u{A0}: "
        + (isHidden ? PageCell.secretWords : "\(FrenchNumber.integer(portrait.total)) offres")
      var link = Link.territory(key)
      if let family {
        let demand = portrait.demand(family)
        let isSecret = isHidden || demand != nil && observatory.hides(family, in: local)
        value = portrait.total >= 10 && !isSecret ? demand?.share ?? 0 : nil
        text =
          isSecret
          ? "\(name)\u{A0}: \(PageCell.secretWords)"
          : portrait.total >= 10
            ? "\(name)\u{A0}: \(FrenchNumber.percent(value ?? 0)) (\(FrenchNumber.count(demand?.offers ?? 0, of: portrait.total)))"
            : "\(name)\u{A0}: trop peu d’offres"
        link = .offers(facts.familyIDs[Int(family)], local)
        rows.append(
          (
            isHidden ? 0 : portrait.total,
            [
              .text(name, to: .territory(key)),
              isSecret ? .secret : value.map { PageCell.share($0) } ?? .empty,
              isSecret ? .secret : .integer(demand?.offers ?? 0, to: link),
              isHidden ? .secret : .integer(portrait.total),
            ]
          ))
      } else {
        rows.append(
          (
            isHidden ? 0 : portrait.total,
            [
              .text(name, to: .territory(key)),
              isHidden ? .secret : .integer(portrait.total, to: .offers(nil, local)),
            ]
          ))
      }
      return TileData.Tile(
        code: place.code, name: name, column: place.column, row: place.row, value: value, text: text,
        link: portrait.total > 0 && !isHidden ? link : nil)
    }
    let columns: [PageTable.Column] =
      family == nil
      ? [.init("territoire", "Territoire"), .init("offres", "Offres", .number)]
      : [
        .init("territoire", "Territoire"), .init("part", "Part", .number), .init("offres", "Offres", .number),
        .init("total", "Offres du territoire", .number),
      ]
    rows.sort { ($1.rank, $0.cells[0].text.plain) < ($0.rank, $1.cells[0].text.plain) }
    let data = TileData(
      tiles: tiles,
      legend: family == nil ? "offres collectées" : "part des offres qui demandent la compétence",
      isShare: family != nil)
    let outlines = observatory.outlines.drawing(level)
    let what = level == .region ? "régions" : "départements"
    return PageChart(
      id, title,
      description: outlines == nil
        ? "Carte en tuiles : les \(what) sont des carrés de même taille."
        : "Carte des \(what), d’autant plus foncés que la valeur est grande.",
      outlines.map { .map(data, $0) } ?? .tiles(data),
      table: PageTable(
        id + "-table", caption: "Les mêmes chiffres en tableau.", columns: columns, rows: rows.map(\.cells))
    )
  }

  // MARK: Evidence

  /// Sentences of some offers that ask for a family, in the order given.
  ///
  /// - Throws: what the store throws.
  func quotes(_ offers: [Int32], family: String) throws -> [PageQuote] {
    let rows = offers.map { facts.cube.offers[Int($0)] }
    return try observatory.store.heads(of: rows).flatMap { head in
      let passages = try observatory.store.evidence(offer: head.offer, family: family)
        .filter { $0.stance.isDemand }
      return passages.prefix(1).map { passage in
        let marked = MarkedSentence(passage.sentence, start: passage.start, end: passage.end)
        return PageQuote(
          before: marked.before, mention: marked.mention, after: marked.after,
          stance: StanceWords.text(passage.stance), source: Self.source(head))
      }
    }
  }

  static func source(_ head: OfferHead) -> PageText {
    let facts = [
      head.created.map(FrenchWords.date) ?? "date inconnue", head.place ?? "lieu inconnu",
      "offre \(head.identifier)",
    ]
    return PageText(verbatim: head.title, style: .strong)
      + PageText(verbatim: ", " + facts.joined(separator: ", "))
  }

  /// Distinct offers, latest first.
  func latest(_ offers: [Int32]) -> [Int32] {
    offers.sorted { a, b in
      (facts.cube.months[Int(b)], facts.cube.offers[Int(b)])
        < (facts.cube.months[Int(a)], facts.cube.offers[Int(a)])
    }
  }
}

extension PageText.StringInterpolation {
  /// Words that lead somewhere.
  package mutating func appendInterpolation(link text: String, to link: Link) {
    appendInterpolation(text, to: link)
  }
}
