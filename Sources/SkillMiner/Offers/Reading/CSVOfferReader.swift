import Taxonomy

/// Turns a table into records, by column names.
struct CSVOfferReader {
  let builder: OfferBuilder

  /// - Returns: warnings about the file.
  /// - Throws: `ReadingError` (`OFFRE-014`) when a column that was asked for, or one for id or description, is missing.
  func read(
    _ member: InputMember, delimiter: UInt8, _ body: (OfferRecord) throws -> Void
  ) throws -> [Finding] {
    let csv = try CSVReader(member, delimiter: delimiter, maximumRecord: builder.reader.recordLimit)
    let columns = try resolve(csv.header, file: member.name)
    let lists = RawOffer.listColumns.compactMap { list in
      csv.header.column(builder.reader.columns[list.name] ?? list.name).map { ($0, list.path) }
    }
    var record = 0
    while let row = try csv.nextRow() {
      record += 1
      switch row {
      case .rejected(let reject):
        try body(.quarantined(reject.finding, raw: Array(reject.raw.prefix(OfferReader.rawLimit))))
      case .record(let values):
        var raw = RawOffer()
        for (field, column) in columns { raw[field] = values[column] }
        for (column, path) in lists { raw[keyPath: path] = Self.items(values[column]) }
        let place = RecordPlace(file: member.name, line: values.line, record: record)
        try body(
          builder.build(raw, at: place, defaultSource: "fichier", warnings: []) {
            Array((0..<values.count).map { values[$0] }.joined(separator: "\t").utf8)
          })
      }
    }
    return csv.findings
  }

  private func resolve(_ header: CSVHeader, file: String) throws -> [(RawOffer.Field, Int)] {
    let asked = builder.reader.columns
    var known = Set(RawOffer.Field.allCases.map(\.name))
    known.formUnion(RawOffer.listColumns.map(\.name))
    for (field, column) in asked.sorted(by: { $0.key < $1.key })
    where header.column(column) == nil || !known.contains(field) {
      let missing = known.contains(field) ? column : field
      throw ReadingError(OfferFindings.missingColumn(file, missing, known: header.names))
    }
    var result: [(RawOffer.Field, Int)] = []
    for field in RawOffer.Field.allCases {
      let names = asked[field.name].map { [$0] } ?? field.names
      if let column = names.lazy.compactMap({ header.column($0) }).first {
        result.append((field, column))
      } else if field == .id || field == .description {
        throw ReadingError(OfferFindings.missingColumn(file, field.name, known: header.names))
      }
    }
    return result
  }

  private static func items(_ text: String) -> [String] {
    text.split(separator: "|").map { String($0.drop { $0 == " " }) }.filter { !$0.isEmpty }
  }
}

extension RawOffer {
  /// Columns with several values, separated by `|`.
  static var listColumns: [(name: String, path: WritableKeyPath<RawOffer, [String]>)] {
    [
      ("competences", \.declaredLabels), ("qualites", \.softSkills), ("formations", \.trainings),
      ("langues", \.languages), ("permis", \.licences),
    ]
  }

  fileprivate var declaredLabels: [String] {
    get { declared.map(\.label) }
    set { declared = newValue.map { JobOffer.DeclaredCompetency(code: nil, label: $0, required: nil) } }
  }
}
