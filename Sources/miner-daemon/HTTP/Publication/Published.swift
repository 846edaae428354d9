import NIOCore
import SkillMiner

/// One finished analysis with everything that is answered from it. Immutable: a newer one takes its place as a whole.
struct Published: Sendable {
  /// The analysis itself, for pages.
  let analysis: AnalysisResult
  /// Reads texts as the analysed offers were read.
  let engine: ReadingEngine
  /// Readers over the engine, for `extract`.
  let readers: TextReaders
  /// Tables of signals made from the same data.
  let signals: SignalTables
  /// When it was made.
  let made: Timestamp
  /// For authorised readers, and for everybody.
  private let detailed: Edition
  private let open: Edition

  /// Names the answers for caches: same fingerprint, same bytes.
  var fingerprint: String { analysis.fingerprint }

  /// Analyses of single regions, for who draws there.
  let regional: RegionalAnalyses

  /// - Parameter outlines: of territories, for maps.
  /// - Throws: when a template of ours does not parse.
  init(
    analysis: AnalysisResult, engine: ReadingEngine, store: Store, made: Timestamp,
    outlines: MapOutlines = .none
  ) throws {
    self.analysis = analysis
    self.engine = engine
    self.made = made
    regional = RegionalAnalyses { region, progress in
      var parameters = analysis.parameters
      parameters.territory = region
      return try Analysis(engine: engine, parameters: parameters).run(
        store, today: analysis.today, progress: progress)
    }
    readers = TextReaders(engine: engine)
    signals = SignalTables(store: store, engine: engine)
    let observatory = try Observatory(
      store: store, lexicon: engine.lexicon, result: analysis, filieres: EmbeddedFilieres.all(),
      today: analysis.today, disclosure: .fullDetail, regional: regional, outlines: outlines)
    detailed = try Edition(observatory, analysis)
    open = try Edition(observatory.published, analysis)
  }

  /// What is answered to a reader.
  func edition(for disclosure: Disclosure) -> Edition { disclosure == .fullDetail ? detailed : open }

  /// What is known, small figures included: for decisions, not for showing.
  var observatory: Observatory { detailed.site.observatory }

  /// The periods that are compared for everybody.
  var windows: SignalWindows? { detailed.site.observatory.windows }

  /// Makes the tables of signals that are asked for most, before anybody waits for them.
  ///
  /// - Throws: `Problem` or `ReadingError` when the offers do not fill two years, as whoever asks for the table is told
  ///   too.
  func warm() throws {
    for disclosure in [Disclosure.published, .fullDetail] {
      _ = try signals.table(try SignalQuery(Query(), published: self, for: disclosure), for: self)
    }
  }

  /// Makes what the pages of wide scopes rest on, and opens those that count over all offers: with a million of them the
  /// first reader would wait for seconds.
  ///
  /// - Throws: what reading the store throws.
  func openPages() throws {
    try observatory.warm()
    for edition in [open, detailed] {
      for path in ["/", "/territoires"] { _ = try edition.site.answer(path: path, query: [:]) }
    }
  }
}

/// The answers for readers who may see the same figures.
struct Edition: Sendable {
  /// The pages people read.
  let site: Site
  /// `modules --format json` and `csv`.
  let candidates: Rendering
  /// `analyse --format json` and `csv`.
  let coverage: Rendering
  /// Names tables for caches: same tag, same bytes.
  let tag: String

  init(_ observatory: Observatory, _ analysis: AnalysisResult) throws {
    site = try Site(observatory)
    candidates = Rendering(
      json: CandidatesJSON.text(analysis, as: observatory), csv: CandidatesCSV.text(analysis, as: observatory)
    )
    coverage = Rendering(
      json: CoverageJSON.text(analysis, as: observatory), csv: CoverageCSV.text(analysis, as: observatory))
    tag = analysis.fingerprint + (observatory.disclosure == .fullDetail ? "" : "-published")
  }
}

/// One table in the forms it can be asked for.
struct Rendering: Sendable {
  let json: ByteBuffer
  let csv: ByteBuffer

  init(json: String, csv: String) {
    self.json = ByteBuffer(string: json)
    self.csv = ByteBuffer(string: csv)
  }
}
