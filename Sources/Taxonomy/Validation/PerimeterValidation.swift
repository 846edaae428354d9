/// Holds a user's definitions against what a store knows.
public enum PerimeterValidation {
  /// Codes that are well written and yet unknown, in the order of the definitions.
  ///
  /// - Parameters:
  ///   - release: taxonomy of the occupations; not looked at when `nil`.
  ///   - certifications: codes known; not looked at when empty.
  ///   - gazetteer: map of the territories; not looked at when it is empty.
  ///   - divisions: codes of the divisions of the NAF.
  public static func findings(
    in definitions: Perimeters, file: String, release: TaxonomyRelease?,
    certifications: Set<CertificationCode>, gazetteer: Gazetteer, divisions: Set<String>
  ) -> [Finding] {
    var result: [Finding] = []
    for item in definitions.filieres {
      if let release {
        for code in item.occupations where release.expand(code).isEmpty && release.occupation(code) == nil {
          result.append(
            PerimeterFindings.unknownCode(file, item.id, code.value, "un métier de \(release.name)"))
        }
      }
      for code in item.certifications where !certifications.isEmpty && !certifications.contains(code) {
        result.append(
          PerimeterFindings.unknownCode(file, item.id, code.description, "une certification du magasin"))
      }
      for code in item.sectors
      where !divisions.contains(NAFNomenclature.division(of: code) ?? "") {
        result.append(PerimeterFindings.unknownCode(file, item.id, code, "un secteur de la NAF"))
      }
    }
    guard gazetteer.communeCount > 0 else { return result }
    for item in definitions.perimeters {
      for (_, level) in PerimeterReader.levels {
        for code in (item.members[level] ?? []).sorted() where gazetteer.territory(level, code) == nil {
          result.append(
            PerimeterFindings.unknownCode(
              file, item.id, code, "un territoire de la carte (\(level.rawValue))"))
        }
      }
    }
    return result
  }
}
