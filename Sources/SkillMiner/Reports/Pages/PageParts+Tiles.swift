import Taxonomy

/// Maps of territories.
extension PageParts {
  /// Tiles of départements or regions: number of offers, or share that ask for a family.
  func tiles(_ id: String, _ level: Territory.Level, family: Int32?, scope: PageScope, title: PageText)
    -> PageChart
  {
    var rows: [(rank: Int, cells: [PageCell])] = []
    let tiles = TileLayout.tiles(level).map { place -> TileData.Tile in
      let key = CubeScope.TerritoryKey(level: level, code: place.code)
      var local = scope
      local.territory = key
      let portrait = family == nil ? nil : observatory.portrait(local)
      let total = portrait?.total ?? observatory.total(local)
      let name = observatory.territory(key)
      let isHidden = total > 0 && observatory.hides(nil, in: local)
      var isKeptBack = isHidden
      var value: Double? = total > 0 && !isHidden ? Double(total) : nil
      var text =
        "\(name)\u{A0}: "
        + (isHidden ? PageCell.secretWords : FrenchWords.count(total, "offre", "offres"))
      var link = Link.territory(key)
      if let family {
        let demand = portrait?.demand(family)
        let isSecret = isHidden || demand != nil && observatory.hides(family, in: local)
        isKeptBack = isSecret
        value = total >= 10 && !isSecret ? demand?.share ?? 0 : nil
        text =
          isSecret
          ? "\(name)\u{A0}: \(PageCell.secretWords)"
          : total >= 10
            ? "\(name)\u{A0}: \(FrenchNumber.percent(value ?? 0)) (\(FrenchNumber.count(demand?.offers ?? 0, of: total)))"
            : "\(name)\u{A0}: trop peu d’offres"
        link = .offers(facts.familyIDs[Int(family)], local)
        rows.append(
          (
            isHidden ? 0 : total,
            [
              .text(name, to: .territory(key)),
              isSecret ? .secret : value.map { PageCell.share($0) } ?? .empty,
              isSecret ? .secret : .integer(demand?.offers ?? 0, to: link),
              isHidden ? .secret : .integer(total),
            ]
          ))
      } else {
        rows.append(
          (
            isHidden ? 0 : total,
            [
              .text(name, to: .territory(key)),
              isHidden ? .secret : .integer(total, to: .offers(nil, local)),
            ]
          ))
      }
      return TileData.Tile(
        code: place.code, name: name, column: place.column, row: place.row, value: value,
        isSecret: isKeptBack,
        text: text, link: total > 0 && !isHidden ? link : nil)
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
}
