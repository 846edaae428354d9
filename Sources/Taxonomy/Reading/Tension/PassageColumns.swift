/// Columns of a table that says which cards of the ROME a family of professions holds.
struct PassageColumns {
  private let fap: Int
  private let rome: Int

  /// - Returns: `nil` for another table, one of tension included.
  init?(_ header: CSVHeader) {
    let names = header.plainNames
    guard
      let fap = names.firstIndex(where: { $0.hasPrefix("fap") || $0.hasPrefix("codefap") }),
      let rome = names.firstIndex(where: { $0.hasPrefix("rome") || $0.hasPrefix("coderome") }),
      TensionColumns(header) == nil
    else { return nil }
    self.fap = fap
    self.rome = rome
  }

  /// What a line says; `nil` when a code cannot be read.
  func link(_ record: CSVRecord) -> FAPLink? {
    let card = record.value(rome).uppercased()
    return ROMECode(card).map {
      FAPLink(fap: record.value(fap).uppercased(), occupation: $0, qualification: "")
    }
  }
}
