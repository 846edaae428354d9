/// The style sheet of the reports: sober, legible in black and white, made for the screen and for A4.
enum ReportStyle {
  static let css = #"""
    :root { --ink: #1b1f24; --soft: #57606a; --line: #d0d7de; --paper: #ffffff; --tint: #f3f5f8; --blue: #0b4f8a;
      --ochre: #8a5a00; }
    * { box-sizing: border-box; }
    html { font: 16px/1.5 "Marianne", "Source Sans 3", "Segoe UI", "Liberation Sans", Arial, sans-serif;
      color: var(--ink); background: var(--paper); }
    body { max-width: 68rem; margin: 0 auto; padding: 2rem 1.5rem 4rem; }
    h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .3rem; }
    h2 { font-size: 1.35rem; margin: 2.5rem 0 .8rem; padding-bottom: .3rem; border-bottom: 2px solid var(--ink); }
    h3 { font-size: 1.12rem; line-height: 1.3; margin: 0; }
    h4 { font-size: .95rem; margin: 1rem 0 .3rem; }
    p { margin: .4rem 0; }
    a { color: var(--blue); }
    .soft { color: var(--soft); font-weight: 400; }
    .figures { display: flex; flex-wrap: wrap; gap: .8rem; margin: 1.4rem 0; padding: 0; list-style: none; }
    .figures li { flex: 1 1 11rem; border: 1px solid var(--line); border-left: 4px solid var(--blue);
      padding: .6rem .8rem; }
    .figures b { display: block; font-size: 1.5rem; line-height: 1.2; }
    .figures span { color: var(--soft); font-size: .88rem; }
    .warnings { border: 1px solid var(--ochre); border-left-width: 4px; padding: .6rem 1rem; margin: 1rem 0; }
    .warnings ul { margin: .3rem 0; padding-left: 1.2rem; }
    table { width: 100%; border-collapse: collapse; font-size: .9rem; }
    caption { text-align: left; color: var(--soft); font-size: .88rem; padding-bottom: .4rem; }
    th, td { padding: .4rem .5rem; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
    thead th { border-bottom: 2px solid var(--ink); font-size: .82rem; }
    .number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
    tr { break-inside: avoid; }
    .badge { display: inline-block; border: 1px solid var(--soft); border-radius: 3px; padding: 0 .4rem;
      font-size: .78rem; line-height: 1.5; white-space: nowrap; }
    .badge.expired { border-color: var(--ink); background: var(--ink); color: var(--paper); }
    .badge.proposed-links, .badge.undeclared-occupations { border-style: dashed; border-color: var(--blue);
      color: var(--blue); }
    .badge.small-support, .badge.single-employer { border-color: var(--ochre); color: var(--ochre); }
    .fiche { border: 1px solid var(--line); padding: 1rem 1.2rem; margin: 0 0 1.2rem; }
    .fiche header { display: flex; gap: 1rem; align-items: flex-start; }
    .rank { flex: none; min-width: 2.2rem; height: 2.2rem; border: 2px solid var(--ink); border-radius: 1.1rem;
      text-align: center; font-weight: 700; line-height: 1.9rem; padding: 0 .4rem; }
    .verdict { white-space: nowrap; }
    .missing .verdict { font-weight: 700; }
    .reason { color: var(--soft); font-size: .85rem; }
    .chart { width: 16rem; height: auto; display: block; }
    .need { width: 27%; }
    .need .soft { white-space: nowrap; }
    .need .chart { width: 100%; max-width: 14rem; margin-top: .2rem; }
    .name { width: 22%; }
    .chart .axis { stroke: var(--line); stroke-width: 1; }
    .chart .threshold { stroke: var(--soft); stroke-width: 1; stroke-dasharray: 2 2; }
    .chart .interval { stroke: var(--blue); stroke-width: 2; }
    .chart .dot { fill: var(--blue); }
    .chart text { font-size: 9px; fill: var(--soft); }
    .criteria { display: grid; grid-template-columns: repeat(auto-fill, minmax(10rem, 1fr)); gap: .3rem 1rem;
      margin: .6rem 0; font-size: .88rem; }
    .criteria div { border-top: 1px solid var(--line); padding-top: .2rem; }
    .criteria dt { color: var(--soft); }
    .criteria dd { margin: 0; font-weight: 600; }
    .evidence { margin: .3rem 0 0; padding: 0; list-style: none; }
    .evidence li { margin: .5rem 0; padding-left: .8rem; border-left: 3px solid var(--line); break-inside: avoid; }
    .evidence mark { background: #fdf0c4; color: inherit; font-weight: 600; padding: 0 .1em; }
    .evidence cite { display: block; font-style: normal; color: var(--soft); font-size: .84rem; }
    .method dt { font-weight: 600; margin-top: .7rem; }
    .method dd { margin: .1rem 0 0; }
    code { font: .84rem/1.4 "Liberation Mono", monospace; overflow-wrap: anywhere; }
    footer { margin-top: 2.5rem; border-top: 1px solid var(--line); padding-top: .6rem; font-size: .84rem;
      color: var(--soft); }
    @media (max-width: 45rem) {
      .wide { overflow-x: auto; }
    }
    @media print {
      html { font-size: 9.5pt; }
      body { max-width: none; padding: 0; }
      a { color: inherit; text-decoration: none; }
      h2 { break-after: avoid; margin-top: 1.4rem; }
      header, h3, h4 { break-after: avoid; }
      .fiche { break-inside: avoid-page; }
      .fiches, .method { break-before: page; }
      .figures li, .badge.expired, .evidence mark { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
      footer.screen { display: none; }
    }
    """#

  /// The margins of A4 pages; the fingerprint and the page number stand at the foot of each.
  ///
  /// - Parameter fingerprint: hexadecimal digits, safe inside a CSS string.
  static func pages(fingerprint: String) -> String {
    let digits = fingerprint.filter(\.isHexDigit)
    return """
      @page { size: A4; margin: 16mm 14mm 18mm;
        @bottom-left { content: "SkillMiner – empreinte \(digits)"; font: 7.5pt "Liberation Sans", Arial, sans-serif;
          color: #57606a; }
        @bottom-right { content: counter(page) " / " counter(pages);
          font: 7.5pt "Liberation Sans", Arial, sans-serif; color: #57606a; } }
      """
  }
}
