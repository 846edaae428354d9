/// What kind of taxonomy an input holds, seen in the names and first lines of its files.
public enum TaxonomySource: Sendable {
  case rome
  case esco

  /// Looks into a zip, a folder or a file.
  ///
  /// - Returns: `nil` when no file is of a taxonomy.
  /// - Throws: `ReadingError` when the input cannot be opened.
  public static func detect(path: String) throws -> TaxonomySource? {
    var found: TaxonomySource?
    try InputArchive.forEachMember(of: path) { member in
      guard found == nil else { return }
      if let name = ROMEFileName(member.baseName),
        name.release != nil || ROMETable(rawValue: name.table) != nil
      {
        found = .rome
      } else if member.baseName.lowercased().hasSuffix(".csv") {
        let start = try member.peek(4096)
        let line = start.prefix { $0 != 0x0A }
        if ESCOReader.recognises(try CSVReader(InputMember(name: member.name, bytes: Array(line))).header) {
          found = .esco
        }
      }
    }
    return found
  }
}
