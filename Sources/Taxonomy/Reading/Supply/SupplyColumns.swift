/// Columns of a table of training supply, by the names open data and Carif-Oref give them.
struct SupplyColumns {
  private let body: Int
  private let siret: Int?
  private let certifications: [(column: Int, register: String)]
  private let block: Int?
  private let titles: [Int]
  private let commune: Int?
  private let department: Int?
  private let region: Int?
  private let start: Int?
  private let end: Int?
  private let places: Int?
  /// Several of each in open data: `code_formacode_1` to `_5`, `code_rome_1` to `_5`.
  private let formacodes: [Int]
  private let occupations: [Int]

  /// - Returns: `nil` when the table is none of training supply.
  init?(_ header: CSVHeader) {
    let names = header.plainNames
    func column(_ aliases: String...) -> Int? {
      for alias in aliases { if let place = names.firstIndex(of: alias) { return place } }
      return nil
    }
    guard
      let body = column("organisme", "nomof", "nomorganisme", "organismeformation", "raisonsociale", "centre")
    else { return nil }
    self.body = body
    siret = column("siret", "siretof", "siretorganisme")
    certifications = [
      (column("certification", "codecertification", "fiche", "numerofiche"), ""),
      (column("coderncp", "rncp", "numerorncp"), "RNCP"), (column("coders", "rs", "numerors"), "RS"),
    ].compactMap { place, register in place.map { ($0, register) } }
    block = column("bloc", "codebloc", "bloccompetences")
    titles = [
      column("intitule", "intituleformation", "formation", "libelleformation", "titre"),
      column("intitulecertification", "libellecertification"),
    ].compactMap { $0 }
    commune = column("commune", "codecommune", "codeinsee", "insee", "ville", "nomcommune")
    department = column("departement", "codedepartement", "nomdepartement", "dept", "dep")
    region = column("region", "coderegion", "nomregion", "reg")
    start = column("datedebut", "debut", "debutsession")
    end = column("datefin", "fin", "finsession")
    places = column("places", "nbplaces", "nombreplaces", "effectif", "capacite")
    func numbered(_ aliases: String...) -> [Int] {
      names.indices.filter { place in
        aliases.contains {
          names[place].hasPrefix($0) && names[place].dropFirst($0.count).allSatisfy(\.isNumber)
        }
      }
    }
    formacodes = numbered("codeformacode", "formacode")
    occupations = numbered("coderome", "rome")
    guard !titles.isEmpty || !certifications.isEmpty else { return nil }
  }

  /// A line, or why it cannot be used.
  func read(_ record: CSVRecord, file: String) -> (offer: TrainingOffer?, findings: [Finding]) {
    let line = record.line
    var findings: [Finding] = []
    let body = Self.text(record.value(body), limit: 300)
    guard !body.isEmpty else {
      return (
        nil,
        [
          SupplyFindings.badRow(
            file, line, "la ligne ne nomme pas d’organisme", "Donnez le nom de l’organisme de formation.")
        ]
      )
    }
    let certification = certification(record, file, &findings)
    let title = titles.lazy.map { Self.text(record.value($0), limit: 500) }.first { !$0.isEmpty } ?? ""
    guard certification != nil || !title.isEmpty else {
      return (
        nil,
        findings + [
          SupplyFindings.badRow(
            file, line, "la ligne n’a ni certification ni intitulé",
            "Donnez un numéro du RNCP ou du RS, ou l’intitulé de la formation.")
        ]
      )
    }
    var start = date(record, start, file, &findings)
    var end = date(record, end, file, &findings)
    if let first = start, let last = end, last < first {
      findings.append(SupplyFindings.reversed(file, line))
      (start, end) = (nil, nil)
    }
    let siret = record.value(siret).filter(\.isNumber)
    let block = record.value(block).uppercased().filter { !$0.isWhitespace }
    return (
      TrainingOffer(
        body: body, siret: siret.utf8.count == 14 ? siret : nil, certification: certification,
        block: block.isEmpty ? nil : String(block.prefix(40)), title: title,
        place: TrainingOffer.Place(
          commune: Self.place(record.value(commune), width: 5),
          department: Self.place(record.value(department), width: 2),
          region: Self.place(record.value(region), width: 2)), start: start, end: end,
        places: number(record, file, &findings),
        formacodes: Self.formacodes(formacodes.map { record.value($0) }),
        occupations: Self.occupations(occupations.map { record.value($0) })), findings
    )
  }

  // MARK: Cells

  /// The first column that names a certification; `-1`, `0` and empty stand for none in open data.
  private func certification(
    _ record: CSVRecord, _ file: String, _ findings: inout [Finding]
  ) -> CertificationCode? {
    var bad: String?
    for (column, register) in certifications {
      var text = record.value(column).filter { !$0.isWhitespace }
      if text.hasSuffix(".0") { text.removeLast(2) }
      guard !text.isEmpty, text != "-1", text != "0" else { continue }
      if let code = CertificationCode(text.allSatisfy(\.isNumber) ? register + text : text) { return code }
      bad = bad ?? text
    }
    if let bad { findings.append(SupplyFindings.badCertification(file, record.line, bad)) }
    return nil
  }

  private func date(
    _ record: CSVRecord, _ column: Int?, _ file: String, _ findings: inout [Finding]
  ) -> CalendarDate? {
    let text = record.value(column)
    guard !text.isEmpty else { return nil }
    if let date = CalendarDate(text) { return date }
    findings.append(SupplyFindings.badDate(file, record.line, text))
    return nil
  }

  private func number(_ record: CSVRecord, _ file: String, _ findings: inout [Finding]) -> Int? {
    let text = record.value(places).filter { !$0.isWhitespace }
    guard !text.isEmpty else { return nil }
    if let number = Int(text), (0...1_000_000).contains(number) { return number }
    findings.append(SupplyFindings.badNumber(file, record.line, text))
    return nil
  }

  private static func place(_ text: String, width: Int) -> String {
    SpreadsheetCode.restored(Self.text(text, limit: 200), width: width)
  }

  /// Five digits each; labels behind the code (`42872 : Sécurité incendie`) are left out.
  static func formacodes(_ cells: [String]) -> [String] {
    cells.reduce(into: []) { codes, cell in
      let digits = String(cell.prefix { $0.isASCII && $0.isNumber })
      if digits.utf8.count == 5, !codes.contains(digits) { codes.append(digits) }
    }
  }

  /// Codes that can be read; open data leaves cells empty or writes `-1`.
  static func occupations(_ cells: [String]) -> [ROMECode] {
    cells.compactMap { ROMECode($0) }.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// One line of text, without what a page cannot show.
  static func text(_ raw: String, limit: Int) -> String {
    let words = raw.unicodeScalars.split {
      $0.properties.isWhitespace || $0.properties.generalCategory == .control
    }
    return String(words.map { String($0) }.joined(separator: " ").prefix(limit))
  }
}
