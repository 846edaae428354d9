/// The starter referential: what the product knows when it is given nothing.
public enum EmbeddedTaxonomy {
  /// An extract of ROME 4.60 over the ten filières and logistics, named so.
  ///
  /// - Throws: `ReadingError` if the binary was built from damaged data.
  public static func release() throws -> TaxonomyRelease {
    try ROMEReader.reading(
      files: EmbeddedFiles.files(in: "rome/"), input: "taxonomy-data/rome", nameSuffix: " (extrait)"
    ).release
  }

  /// Regions, départements, and about 430 communes with their basins and zones.
  ///
  /// - Throws: `ReadingError` if the binary was built from damaged data.
  public static func territories() throws -> TerritoryTables {
    let files = ["communes", "territoires"].flatMap {
      EmbeddedFiles.files(in: "territories/\($0)", suffix: ".csv")
    }
    return try TerritoryReader.read(files: files).tables
  }

  /// Names of the divisions of the NAF.
  ///
  /// - Throws: `ReadingError` if the binary was built from damaged data.
  public static func naf() throws -> NAFNomenclature {
    let path = "territories/naf-divisions.csv"
    return try NAFReader.read(file: (name: path, bytes: EmbeddedFiles.data(at: path) ?? [])).naf
  }

  /// Certifications embedded under `certifications/`; empty when there are none.
  ///
  /// - Throws: `ReadingError` if the binary was built from damaged data.
  public static func certifications() throws -> [Certification] {
    let files = EmbeddedFiles.files(in: "certifications/", suffix: ".jsonl")
    return files.isEmpty ? [] : try CertificationReader.read(files: files).certifications
  }

  /// SHA-256 over every embedded file, hexadecimal: changes when any of them does.
  public static func digest() -> String {
    var hash = SHA256()
    for path in EmbeddedFiles.paths {
      hash.update(path + "\n")
      hash.update(EmbeddedFiles.data(at: path) ?? [])
    }
    return hash.finish()
  }
}
