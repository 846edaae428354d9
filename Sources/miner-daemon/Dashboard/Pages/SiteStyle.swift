import SkillMiner
import Taxonomy

/// The style sheet of the site, under an address that changes with it.
enum SiteStyle {
  /// Beginning of the digest of the sheet.
  static let version: String = {
    var hash = SHA256()
    hash.update(css)
    return String(hash.finish().prefix(12))
  }()

  /// The rules of drawings, for images that stand alone.
  static let drawings: String = {
    "svg { font-family: Arial, sans-serif; }"
      + css.split(separator: "\n").filter { $0.hasPrefix("svg ") }.joined()
  }()

  /// What most of a drawing is made of, and the lines behind it.
  static let blue = "#0b4f8a"
  static let grid = "#dde3ea"

  /// The sheet as it is sent. Colours are written out: WeasyPrint of Debian 12 knows no variables in shorthands, and
  /// prints neither a rule nor a line to write on that has one.
  static let css = colours.reduce(sheet) { $0.replacing("var(--\($1.name))", with: $1.value) }

  private static let colours = [
    (name: "ink", value: "#161d26"), (name: "soft", value: "#4d5866"), (name: "line", value: "#cfd6de"),
    (name: "paper", value: "#ffffff"), (name: "tint", value: "#f2f5f9"), (name: "blue", value: blue),
    (name: "deep", value: "#083a66"), (name: "ochre", value: "#8a4b00"), (name: "mark", value: "#fdf0c4"),
    (name: "grid", value: grid),
  ]

  private static let sheet = #"""
    * { box-sizing: border-box; }
    html { font: 17px/1.55 "Marianne", "Source Sans 3", "Segoe UI", "Liberation Sans", Arial, sans-serif;
      color: var(--ink); background: var(--paper); -webkit-text-size-adjust: 100%; }
    body { margin: 0; }
    a { color: var(--blue); text-underline-offset: .15em; text-decoration-thickness: 1px; }
    a:hover { text-decoration-thickness: 2px; }
    :focus-visible { outline: 3px solid var(--ochre); outline-offset: 2px; }
    .inner, main { max-width: 74rem; margin: 0 auto; padding: 0 1.5rem; }
    main { padding-bottom: 4rem; }
    main:focus { outline: none; }
    .skip { position: absolute; left: -99rem; }
    .skip:focus { left: 1rem; top: 1rem; background: var(--paper); padding: .5rem 1rem; z-index: 2; }
    .top { border-bottom: 1px solid var(--line); }
    .top > .inner { display: flex; flex-wrap: wrap; gap: .8rem 2rem; align-items: center; justify-content: space-between;
      padding-top: 1rem; padding-bottom: .8rem; }
    .brand { margin: 0; font-weight: 700; font-size: 1.1rem; }
    .brand a { color: var(--ink); text-decoration: none; }
    nav.main { background: var(--tint); }
    nav.main ul { display: flex; flex-wrap: wrap; gap: 0 .4rem; list-style: none; padding-top: 0; padding-bottom: 0; }
    nav.main a { display: block; padding: .6rem .7rem .5rem; color: var(--ink); text-decoration: none;
      border-bottom: 3px solid transparent; }
    nav.main li:first-child a { margin-left: -.7rem; }
    nav.main a:hover { border-color: var(--line); }
    nav.main a[aria-current] { border-color: var(--blue); font-weight: 700; }
    .crumbs ol { display: flex; flex-wrap: wrap; list-style: none; padding: 0; margin: 1rem 0 0; font-size: .88rem; }
    .crumbs li + li::before { content: "›"; padding: 0 .5rem; color: var(--soft); }
    .opening { padding-top: 1.4rem; }
    .kicker { margin: 0; color: var(--soft); font-size: .92rem; }
    h1 { font-size: clamp(1.6rem, 1.2rem + 2vw, 2.3rem); line-height: 1.18; margin: .1rem 0 .9rem; max-width: 28em;
      overflow-wrap: anywhere; }
    h2 { font-size: 1.4rem; line-height: 1.25; margin: 3rem 0 1rem; padding-top: .9rem; border-top: 1px solid var(--line); }
    h3 { font-size: 1.08rem; line-height: 1.3; margin: 0 0 .2rem; }
    p { margin: .5rem 0; max-width: 62em; }
    h1, h2, h3 { text-wrap: balance; }
    p { text-wrap: pretty; }
    .lead p { font-size: 1.12rem; max-width: 46em; }
    .soft, .note, .more { color: var(--soft); }
    .note { font-size: .84rem; }
    .figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(10rem, 1fr)); gap: 1rem 2rem;
      margin: 1.8rem 0 0; padding: 0; list-style: none; }
    .figures li { border-top: 3px solid var(--blue); padding-top: .5rem; }
    .figures b { display: block; font-size: 1.75rem; line-height: 1.15; font-variant-numeric: tabular-nums; }
    .figures a { color: inherit; }
    .figures span { color: var(--soft); font-size: .92rem; }
    .warnings { border-left: 4px solid var(--ochre); background: #fdf7ec; padding: .7rem 1rem; margin: 1.5rem 0 0;
      max-width: 62em; font-size: .95rem; }
    .warnings ul { margin: .3rem 0 0; padding-left: 1.2rem; }
    .actions { display: flex; flex-wrap: wrap; gap: .4rem 1.4rem; list-style: none; padding: 0; margin: 1.4rem 0 0;
      font-size: .92rem; }
    .contents { margin: 1.6rem 0 -1rem; font-size: .95rem; }
    .contents ul { display: flex; flex-wrap: wrap; gap: .3rem 1.4rem; list-style: none; margin: 0; padding: .7rem 0;
      border-top: 1px solid var(--line); }
    .cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr)); gap: 1.4rem 2rem; list-style: none;
      padding: 0; margin: 0; }
    .cards p { margin: 0; color: var(--soft); font-size: .95rem; }
    .search { display: flex; flex-wrap: wrap; gap: .4rem; align-items: center; }
    .search label { position: absolute; left: -99rem; }
    .search input { font: inherit; padding: .4rem .6rem; border: 1px solid #707a86; border-radius: 2px; min-width: 0;
      width: 17rem; max-width: 100%; }
    main .search { margin: 1rem 0; }
    .search button { font: inherit; padding: .4rem 1rem; border: 1px solid var(--blue); border-radius: 2px;
      background: var(--blue); color: #fff; cursor: pointer; }
    .search button:hover { background: var(--deep); }
    .act { border-left: 3px solid var(--line); padding: .2rem 0 .2rem 1.2rem; margin: 1.6rem 0; max-width: 44rem; }
    .act p { margin: .6rem 0; }
    .act label { display: block; font-weight: 600; font-size: .92rem; }
    .act input, .act select, .act textarea { font: inherit; width: 100%; padding: .4rem .6rem;
      border: 1px solid #707a86; border-radius: 2px; background: #fff; color: inherit; min-height: 2.5rem; }
    .search input::placeholder { color: #67717e; opacity: 1; }
    .act button { font: inherit; padding: .45rem 1.2rem; border: 1px solid var(--blue); border-radius: 2px;
      background: var(--blue); color: #fff; cursor: pointer; }
    .act fieldset { border: 0; border-top: 1px solid var(--line); margin: 1rem 0 0; padding: .6rem 0 0;
      display: grid; grid-template-columns: repeat(auto-fit, minmax(8rem, 1fr)); gap: 0 1rem; }
    .act legend { font-weight: 600; padding: .6rem 0 0; float: left; width: 100%; grid-column: 1 / -1; }
    .facet { margin: .5rem 0; font-size: .92rem; display: flex; gap: .2rem .8rem; }
    .facet > b { flex: none; min-width: 5rem; font-weight: 600; color: var(--soft); }
    .facet ul { display: flex; flex-wrap: wrap; gap: .1rem 1rem; list-style: none; margin: 0; padding: 0; }
    .facet strong { border-bottom: 3px solid var(--blue); }
    .wide { overflow-x: auto; margin: 1rem 0 .4rem; }
    .slim { max-width: 46rem; }
    .long { columns: 24rem; column-gap: 2.5rem; }
    .long li { break-inside: avoid; }
    table { width: 100%; border-collapse: collapse; font-size: .9rem; line-height: 1.4; }
    caption { text-align: left; color: var(--soft); padding: 0 0 .5rem; }
    caption > span { position: sticky; left: 0; display: inline-block; max-width: min(62em, calc(100vw - 3rem)); }
    .day { white-space: nowrap; }
    th, td { padding: .5rem .9rem .5rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line);
      font-weight: 400; }
    th:last-child, td:last-child { padding-right: 0; }
    thead th { font-weight: 600; font-size: .84rem; vertical-align: bottom; border-bottom: 2px solid var(--ink);
      line-height: 1.25; }
    tbody th { min-width: 11rem; }
    tbody tr:hover > * { background: var(--tint); }
    .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
    thead .number, td.secret { white-space: normal; }
    td .badge-warn { white-space: normal; }
    .visual { white-space: nowrap; }
    .visual .mini { display: block; margin-top: .15rem; }
    td.visual { font-variant-numeric: tabular-nums; }
    .visual br { display: none; }
    .visual .note { margin-left: .5rem; }
    /* A verdict with its reason needs room, a sign alone needs none. */
    :is(.tone-missing, .tone-partial, .tone-covered):has(.note) { min-width: 15rem; }
    .badge { display: inline-block; border: 1px solid #77818d; border-radius: 2px; padding: 0 .35rem; font-size: .78rem;
      line-height: 1.45; white-space: nowrap; color: var(--soft); }
    .badge-up { border-color: var(--blue); color: var(--blue); font-weight: 600; }
    .badge-down { border-color: var(--ochre); color: var(--ochre); font-weight: 600; }
    .badge-warn { border-color: var(--ochre); border-style: dashed; color: var(--ochre); }
    .badge-info { border-color: var(--blue); border-style: dashed; color: var(--blue); }
    .badge-ink { border-color: var(--ink); background: var(--ink); color: #fff; }
    .figure { margin: 1.4rem 0; }
    .figure figcaption { font-weight: 600; }
    .figure .wide { margin: .6rem 0 0; }
    details { margin: .4rem 0; font-size: .92rem; }
    summary { cursor: pointer; color: var(--blue); padding: .15rem 0; width: fit-content; }
    details.method p { border-left: 3px solid var(--line); padding-left: .9rem; max-width: 58em; }
    .evidence { list-style: none; padding: 0; margin: 1rem 0; }
    .evidence li { margin: 1.1rem 0; padding-left: 1rem; border-left: 3px solid var(--line); max-width: 60em;
      overflow-wrap: anywhere; }
    q { quotes: "«\A0" "\A0»"; }
    mark { background: var(--mark); color: inherit; font-weight: 600; padding: 0 .1em; }
    cite { display: block; font-style: normal; color: var(--soft); font-size: .88rem; }
    cite strong { font-weight: 600; }
    code { font: .86em/1.4 "Liberation Mono", monospace; overflow-wrap: anywhere; background: var(--tint);
      padding: .05rem .1rem; }
    footer { border-top: 1px solid var(--line); padding: 1rem 0; font-size: .86rem; color: var(--soft); }
    footer ul { display: flex; flex-wrap: wrap; gap: .3rem 1.4rem; list-style: none; margin: 0; padding: 0; }
    .writing .line { border-bottom: 1px solid var(--soft); height: 2.1rem; }
    .writing { max-width: 50rem; break-inside: avoid; margin: 1.4rem 0; }
    svg text { font-size: 12px; fill: var(--ink); font-family: inherit; }
    svg text.soft { fill: var(--soft); }
    svg text.small { font-size: 11px; }
    svg text.code { font-weight: 700; }
    svg a text.name { fill: var(--blue); }
    svg a:hover text.name { text-decoration: underline; }
    svg .axis { stroke: #77818d; stroke-width: 1; }
    svg .grid { stroke: var(--grid); stroke-width: 1; }
    svg .interval { stroke: var(--blue); stroke-width: 2; }
    svg .dot { fill: var(--blue); }
    svg .faint { fill: #9bb6d0; }
    svg .curve { fill: none; stroke: var(--blue); stroke-width: 2; stroke-linejoin: round; }
    svg .band { fill: #0b4f8a; fill-opacity: .14; }
    svg .window { fill: #f2f5f9; }
    svg .before { fill: #faf6ee; }
    svg .within { fill: var(--blue); }
    svg .mix { fill: #d98a2b; }
    svg .mark.up { fill: var(--blue); stroke: #fff; }
    svg .mark.down { fill: #b35c00; stroke: #fff; }
    svg .mark.open { fill: #fff; stroke: #77818d; stroke-width: 1.5; }
    svg .heat { stroke: none; }
    svg .land { stroke: #fff; stroke-width: .8; }
    svg .none { fill: #fff; stroke: #cfd6de; stroke-dasharray: 3 2; }
    svg .secret { fill: #fbf1de; stroke: #8a7a55; stroke-dasharray: 2 2; }
    svg .h0 { fill: #f5f6f8; }
    svg .h1 { fill: #e3ecf5; }
    svg .h2 { fill: #c3d7ea; }
    svg .h3 { fill: #94b7d8; }
    svg .h4 { fill: #4f80b0; }
    svg .h5 { fill: #1f5c94; }
    svg .h6 { fill: #083a66; }
    svg text.onDark { fill: #fff; }
    svg a:hover .heat { stroke: var(--ink); stroke-width: 2; }
    .chart { max-width: 100%; height: auto; display: block; }
    .fiche main { max-width: 54rem; }
    .fiche h2 { font-size: 1.15rem; margin-top: 1.8rem; }
    @media (max-width: 48rem) {
      html { font-size: 16px; }
      .inner, main { padding-left: 1rem; padding-right: 1rem; }
      .facet { flex-direction: column; }
      .chart { min-width: 38rem; }
      .chart.small { min-width: 0; }
      .words { min-width: 15rem; }
      tbody th { min-width: 9rem; }
      .search, .search input { flex: 1 1 12rem; width: auto; }
      nav.main a { padding: .5rem .45rem .4rem; }
      nav.main li:first-child a { margin-left: 0; }
      nav.main ul { padding-left: .55rem; padding-right: .55rem; }
      .figures { grid-template-columns: 1fr 1fr; gap: 1rem; }
      .figures b { font-size: 1.4rem; }
    }
    /* A shade where a table or a drawing goes on; covers that move with it take it away at its ends. */
    @media screen and (max-width: 48rem) {
      .wide { background: linear-gradient(to right, var(--paper) 40%, #fff0) left / 2.6rem 100% no-repeat local,
        linear-gradient(to left, var(--paper) 40%, #fff0) right / 2.6rem 100% no-repeat local,
        linear-gradient(to right, #161d2638, #161d2600) left / .9rem 100% no-repeat scroll,
        linear-gradient(to left, #161d2638, #161d2600) right / .9rem 100% no-repeat scroll; }
    }
    @page { size: A4; margin: 15mm 14mm 16mm; }
    @media print {
      html { font-size: 9.5pt; line-height: 1.4; }
      .top, .actions, .contents, .crumbs, .search, .facet, .act, .needs, details.twin, .skip { display: none; }
      /* A section that held nothing else. */
      section:not(:has(> :not(h2, .act, .needs))) { display: none; }
      main, .inner { max-width: none; padding: 0; }
      a { color: inherit; text-decoration: none; }
      h1 { font-size: 18pt; margin-bottom: .4rem; }
      h2 { break-after: avoid; margin: 1.1rem 0 .4rem; padding-top: .4rem; font-size: 12.5pt; }
      .lead p { font-size: 11pt; }
      table { font-size: 8.5pt; }
      th, td { padding-top: .25rem; padding-bottom: .25rem; }
      tr, .evidence li, figure, .figures li { break-inside: avoid; }
      thead { display: table-header-group; }
      tbody tr:first-child { break-before: avoid; }
      .wide { overflow: visible; }
      /* No grid: WeasyPrint of Debian 12 knows none, nor gaps of a flexible box. */
      .figures { display: flex; flex-wrap: wrap; margin-top: .8rem; }
      .figures li { margin-right: 10mm; }
      .figures b { font-size: 14pt; }
      .new-page { break-before: page; }
      /* What every sheet ends with must not need a third page. */
      .fiche #methode p, .fiche #blocs li { font-size: 8pt; line-height: 1.3; margin: .25rem 0; }
      .fiche #blocs li { margin: 0; }
      .fiche .evidence li { margin: .4rem 0; }
      .chart { max-height: 12cm; }
      .chart.tall { max-height: 21cm; }
      svg, mark, .badge-ink, .warnings { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
      footer { font-size: 7.5pt; padding: .4rem 0; }
      footer nav { display: none; }
      caption { break-after: avoid; }
      /* Room to write by hand, and lines to keep to. */
      #vote tbody :is(td, th) { height: 9mm; border-bottom: .5pt solid #888; vertical-align: middle; }
      #vote :is(td, th):last-child { width: 30%; text-align: left; }
      details:not([open]) { display: none; }
    }
    """#
}
