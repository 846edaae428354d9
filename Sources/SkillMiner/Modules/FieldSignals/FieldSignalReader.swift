public import Taxonomy

/// Reads field signals from CSV lines: codes are checked, places found on the map, free words read by the analyser that
/// reads offers. A line that cannot be used is set aside with advice; nothing good is lost. It belongs to one thread.
public final class FieldSignalReader {
  /// Most Unicode scalars of an observation.
  static let wordsLimit = 5_000
  /// How much of a bad line is kept.
  private static let rawLimit = 2_000

  private let lexicon: Lexicon
  private let worker: Extractor.Worker
  private let places: FieldPlaces

  /// - Parameters:
  ///   - extractor: reads free words.
  ///   - territories: the map.
  /// - Throws: `TextError` when ICU or libstemmer is not usable.
  public init(extractor: Extractor, territories: [Territory], communes: [CommuneRecord] = []) throws {
    lexicon = extractor.lexicon
    worker = try extractor.makeWorker()
    places = FieldPlaces(territories: territories, communes: communes)
  }

  /// Reads a file whole.
  ///
  /// - Throws: `ReadingError` when it cannot be read or lacks a column.
  public func read(path: String) throws -> FieldSignalBatch {
    var signals: [FieldSignal] = []
    var quarantined: [FieldSignalBatch.Quarantined] = []
    var bytes: [UInt8] = []
    var name = path
    try InputArchive.forEachMember(of: path) { member in
      let content = try member.readAll(limit: 64 << 20)
      bytes += content
      name = member.name
      let batch = try read(bytes: content, name: member.name)
      signals += batch.signals
      quarantined += batch.quarantined
    }
    return FieldSignalBatch(
      origin: name, digest: SHA256.digest(bytes), signals: signals, quarantined: quarantined)
  }

  /// Reads the bytes of a file; commas and semicolons are understood.
  public func read(bytes: [UInt8], name: String) throws -> FieldSignalBatch {
    let table = try SheetReader(
      bytes: bytes, name: name, required: FieldSignalColumns.required.map(\.rawValue), code: "TERRAIN-001")
    var signals: [FieldSignal] = []
    var quarantined = table.rejected.map { FieldSignalBatch.Quarantined($0.finding, raw: $0.raw) }
    for row in table.rows where !row.isBlank {
      do {
        signals.append(try signal(row.line, file: name) { row[$0.rawValue] })
      } catch let error as ReadingError {
        quarantined.append(
          FieldSignalBatch.Quarantined(error.finding, raw: String(row.text.prefix(Self.rawLimit))))
      }
    }
    return FieldSignalBatch(
      origin: name, digest: SHA256.digest(bytes), signals: signals, quarantined: quarantined)
  }

  /// Reads one line, given as the texts of its columns.
  ///
  /// - Throws: `ReadingError` naming what is wrong.
  public func signal(
    _ line: Int?, file: String, _ value: (FieldSignalColumns) -> String
  ) throws -> FieldSignal {
    func refuse(_ code: String, _ message: String, _ advice: String) -> ReadingError {
      ReadingError(
        Finding(severity: .record, code: code, file: file, line: line, message: message, advice: advice))
    }
    func word<Value>(_ column: FieldSignalColumns, _ all: [Value], _ french: (Value) -> String) throws
      -> Value
    {
      let text = PlainKey.fold(value(column))
      if let found = all.first(where: { PlainKey.fold(french($0)) == text }) { return found }
      throw refuse(
        "TERRAIN-002", "colonne \(column.rawValue)\u{A0}: «\u{A0}\(ReviewText.cut(value(column)))\u{A0}».",
        "Écrire \(all.map(french).joined(separator: ", ")).")
    }
    guard let date = CalendarDate(value(.date)) else {
      throw refuse(
        "TERRAIN-003", "«\u{A0}\(ReviewText.cut(value(.date)))\u{A0}» n’est pas une date.",
        "Écrire AAAA-MM-JJ ou JJ/MM/AAAA.")
    }
    let direction = try word(.direction, FieldSignal.Direction.allCases, \.french)
    let role =
      value(.role).isEmpty ? .other : try word(.role, FieldSignal.Role.allCases, \.french)
    let territory = try places.find(value(.territory), level: value(.level), refuse)
    let occupation = try occupation(value(.occupation), refuse)
    var certification: String?
    if !value(.certification).isEmpty {
      guard let code = CertificationCode(value(.certification)) else {
        throw refuse(
          "TERRAIN-006",
          "«\u{A0}\(ReviewText.cut(value(.certification)))\u{A0}» n’est pas un code RNCP ou RS.",
          "Écrire par exemple RNCP34860, ou laisser vide.")
      }
      certification = code.description
    }
    let words = value(.words)
    guard words.unicodeScalars.count <= Self.wordsLimit else {
      throw refuse(
        "TERRAIN-008",
        "l’observation compte \(words.unicodeScalars.count) caractères, \(Self.wordsLimit) au plus sont lus.",
        "La résumer en quelques phrases.")
    }
    let clean = ReviewText.cleaned(words, keepsLines: false)
    let coded = try coded(value(.code), refuse)
    guard coded != nil || !clean.isEmpty else {
      throw refuse(
        "TERRAIN-007", "ni code de compétence ni observation.", "Remplir l’une des deux colonnes.")
    }
    let weight = value(.weight).isEmpty ? 1 : Int(value(.weight)) ?? 0
    guard (1...1_000_000).contains(weight) else {
      throw refuse(
        "TERRAIN-009", "«\u{A0}\(ReviewText.cut(value(.weight)))\u{A0}» n’est pas un effectif.",
        "Écrire un nombre entier d’au moins 1, ou laisser vide.")
    }
    func short(_ column: FieldSignalColumns) -> String {
      String(ReviewText.cleaned(value(column), keepsLines: false).prefix(ReviewText.nameLimit))
    }
    return FieldSignal(
      date: date, role: role, source: short(.source), sector: short(.sector), territory: territory,
      occupation: occupation, certification: certification, direction: direction, words: clean,
      readings: coded.map { [$0] } ?? readings(of: clean, occupation: occupation), weight: weight)
  }

  // MARK: Parts

  private typealias Refusal = (_ code: String, _ message: String, _ advice: String) -> ReadingError

  private func occupation(_ text: String, _ refuse: Refusal) throws -> String? {
    guard !text.isEmpty else { return nil }
    guard let code = ROMECode(text), !lexicon.release.expand(code).isEmpty else {
      throw refuse(
        "TERRAIN-005",
        "«\u{A0}\(ReviewText.cut(text))\u{A0}» n’est pas un métier de \(lexicon.release.name).",
        "Écrire un code ROME, comme N1103, ou laisser vide.")
    }
    return code.description
  }

  private func coded(_ text: String, _ refuse: Refusal) throws -> FieldSignal.Reading? {
    guard !text.isEmpty else { return nil }
    let id = OGRCode(text).flatMap { lexicon.family(of: $0) } ?? text
    guard let family = lexicon.families[id] else {
      throw refuse(
        "TERRAIN-004", "«\u{A0}\(ReviewText.cut(text))\u{A0}» n’est ni un code OGR ni une famille connue.",
        "Chercher le code dans le ROME, ou laisser vide et décrire la compétence en clair.")
    }
    return FieldSignal.Reading(family: family.id, label: family.label, isCoded: true)
  }

  /// Families the analyser finds in free words, each once: read as an offer is, then what is written for certain in them
  /// though no offer would ask so (« on nous demande… »), and only when both find nothing as a block is, which knows more
  /// and is less sure. « n’est plus demandé » speaks of the competency too, so no stance is left out: the column *sens*
  /// says what is meant.
  private func readings(of words: String, occupation: String?) -> [FieldSignal.Reading] {
    let occupations = occupation.flatMap { ROMECode($0) }.map { lexicon.release.expand($0) } ?? []
    let asOffer = worker.extract(title: "", description: words, occupation: occupations.first)
    let asBlock = worker.extract(blockSentence: words, occupations: occupations)
    let certain = readings(asOffer + asBlock.filter { $0.origin.hasPrefix("form:") })
    return certain.isEmpty ? readings(asBlock) : certain
  }

  private func readings(_ mentions: [Mention]) -> [FieldSignal.Reading] {
    var seen = Set<String>()
    return mentions.compactMap { mention in
      guard let id = mention.family, let family = lexicon.families[id], seen.insert(id).inserted else {
        return nil
      }
      return FieldSignal.Reading(family: id, label: family.label, isCoded: false)
    }
  }
}
