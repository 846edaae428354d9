import Taxonomy

/// What changed: tables of signals and their badges.
extension PageParts {
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
      self.offers(result.table.offersRecent, in: scope.during(windows.recent)),
      self.offers(result.table.offersReference, in: scope.during(windows.reference))
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

  func ratio(_ s: SignalRow) -> PageCell {
    guard let ratio = s.oddsRatio else { return s.isWhole ? .empty : .secret }
    var cell = PageCell(.number(ratio), PageText(verbatim: Self.ratio(ratio)))
    if let interval = s.interval {
      let lower = Self.ratio(interval.lowerBound)
      cell.note = PageText(
        verbatim: interval.upperBound > 1000
          ? "au moins \(lower)" : "\(lower) à \(Self.ratio(interval.upperBound))", style: .soft)
    }
    return cell
  }

  /// Two significant signs behind a small ratio, one behind a large one.
  private static func ratio(_ x: Double) -> String {
    FrenchNumber.decimal(x, digits: x.magnitude < 9.995 ? 2 : 1)
  }

  private func qValue(_ q: Double) -> PageCell {
    PageCell(.number(q), PageText(verbatim: q < 0.001 ? "< 0,001" : FrenchNumber.decimal(q, digits: 3)))
  }
}
