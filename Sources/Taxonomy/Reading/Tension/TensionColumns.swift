/// Columns of a table of tension, by the names the yearly files give them.
struct TensionColumns {
  /// What a line says.
  struct Values {
    let year: Int
    let occupation: String
    let label: String
    /// Territories from the finest to all of France.
    let places: [(Territory.Level?, String)]
    let projects: Double?
    let difficult: Double?
    let seasonal: Double?
    let indicator: Double?
  }

  /// Why a line cannot be used, in French.
  struct Problem: Error {
    let what: String
  }

  let survey: TensionRecord.Survey
  let nomenclature: TensionRecord.Nomenclature
  private let year: Int
  private let occupation: Int
  private let label: Int?
  private let basin: Int?
  private let department: Int?
  private let region: Int?
  private let projects: Int?
  private let difficult: Int?
  private let seasonal: Int?
  private let indicator: Int?

  /// - Returns: `nil` when the table is none of tension.
  init?(_ header: CSVHeader) {
    let names = header.plainNames
    func column(_ aliases: String...) -> Int? {
      for alias in aliases { if let place = names.firstIndex(of: alias) { return place } }
      return nil
    }
    /// `BE23`: the name of the column carries the year of the map.
    func dated(_ stem: String) -> Int? {
      names.firstIndex { $0.hasPrefix(stem) && $0.dropFirst(stem.count).allSatisfy(\.isNumber) }
    }
    let rome = column("rome", "coderome")
    guard let year = column("annee", "year", "an"),
      let occupation = rome
        ?? column(
          "codemetierbmo", "metierbmo", "fap", "codefap", "fap2021", "codefap2021", "fap2009", "codefap2009",
          "fap225", "fap228", "fap87", "fap82", "metier", "codemetier")
    else { return nil }
    projects = column("met", "projets", "nbprojets")
    difficult = column("xmet", "difficiles")
    seasonal = column("smet", "saisonniers")
    indicator = column("tension", "indicateurtension", "indicateurprincipal", "indicateurdetension")
    guard projects != nil && difficult != nil || indicator != nil else { return nil }
    self.year = year
    self.occupation = occupation
    nomenclature = rome == nil ? .fap : .rome
    survey = indicator == nil ? .bmo : .dares
    label = column(
      "nommetierbmo", "libmetierbmo", "libelle", "libellefap", "libfap", "nommetier", "libellerome")
    basin = dated("be") ?? column("bassin", "codebassin")
    department = column("dept", "departement", "codedepartement", "dep")
    region = column("reg", "region", "coderegion")
  }

  func read(_ record: CSVRecord) -> Result<Values, Problem> {
    guard let year = Int(record.value(year).prefix(4)), (1990...2200).contains(year) else {
      return .failure(Problem(what: "année illisible «\u{A0}\(record.value(self.year))\u{A0}»"))
    }
    let occupation = record.value(occupation).uppercased()
    guard nomenclature == .rome ? ROMECode(occupation) != nil : occupation.utf8.count >= 2 else {
      return .failure(Problem(what: "code de métier illisible «\u{A0}\(occupation)\u{A0}»"))
    }
    var places: [(Territory.Level?, String)] = []
    for (level, column, width) in [
      (Territory.Level.employmentBasin, basin, 0), (.department, department, 2), (.region, region, 2),
    ] {
      let code = record.value(column)
      guard !code.isEmpty else { continue }
      // Spreadsheets drop leading zeros.
      places.append((level, String(repeating: "0", count: max(0, width - code.count)) + code))
    }
    places.append((nil, ""))
    var numbers: [Double?] = []
    for column in [projects, difficult, seasonal, indicator] {
      let text = record.value(column)
      guard let number = Self.number(text) else {
        return .failure(Problem(what: "nombre illisible «\u{A0}\(text)\u{A0}»"))
      }
      numbers.append(number)
    }
    return .success(
      Values(
        year: year, occupation: occupation, label: record.value(label), places: places,
        projects: numbers[0], difficult: numbers[1], seasonal: numbers[2], indicator: numbers[3]))
  }

  /// The number of a cell; the inner `nil` for what is kept secret or unknown, the outer one for nonsense.
  private static func number(_ text: String) -> Double?? {
    let plain = text.filter { !$0.isWhitespace && $0 != "\u{202F}" && $0 != "\u{A0}" }
    if ["", "*", "s", "nd", "na", "-", "n/a"].contains(plain.lowercased()) { return .some(nil) }
    guard let number = Double(decimal(plain)), number.isFinite else {
      return nil
    }
    return number
  }

  /// With a point before decimals and nothing between thousands: 1.234,5 and 1,234.5 are the same number.
  private static func decimal(_ text: String) -> String {
    let signs = text.filter { $0 == "." || $0 == "," }
    guard let last = signs.last else { return text }
    // One sign stands before decimals, as French tables have it; repeated, it parts thousands.
    let isDecimal = signs.count { $0 == last } == 1
    return String(
      text.compactMap { sign in
        guard sign == "." || sign == "," else { return sign }
        return isDecimal && sign == last ? "." : nil
      })
  }
}
