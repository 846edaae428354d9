/// What a place label of an offer says: `32 - GIMONT`, `(75) PARIS 10`, `Lyon (69)`, `69003 Lyon`, `75 - Paris (Dept.)`.
struct PlaceLabel {
  /// Code of the département, when there is one.
  let department: String?
  /// What is left; empty when only a département was named.
  let name: String

  init(_ label: String) {
    let text = label.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let isDepartmentOnly = text.lowercased().contains("(dept")
    var department: String?
    var name = text
    if let match = text.wholeMatch(of: Self.front) {
      department = Self.department(ofCode: String(match.output.1))
      name = String(match.output.2)
    } else if let match = text.wholeMatch(of: Self.back) {
      department = Self.department(ofCode: String(match.output.2))
      name = String(match.output.1)
    } else if let match = text.wholeMatch(of: Self.alone) {
      department = Self.department(ofCode: String(match.output.1))
      name = ""
    }
    self.department = department
    self.name = isDepartmentOnly && department != nil ? "" : name
  }

  /// The département of a commune code, a postcode or a département's own code.
  static func department(ofCode code: String) -> String? {
    let code = code.uppercased()
    if code.hasPrefix("97") || code.hasPrefix("98") { return code.count >= 3 ? String(code.prefix(3)) : nil }
    if code.count == 5, code.hasPrefix("20"), code.allSatisfy(\.isNumber) {
      // Postcodes of Corsica: 200 and 201 are Corse-du-Sud.
      return code < "20200" ? "2A" : "2B"
    }
    return code.count >= 2 ? String(code.prefix(2)) : nil
  }

  private nonisolated(unsafe) static let front = /\(?(\d{5}|97\d|2[ABab]|\d{2})\)?\s*[-–:]?\s+(.+)/
  private nonisolated(unsafe) static let back = /(.+?)[\s,]*[(\[\-–]?\s*\b(\d{5}|97\d|2[ABab]|\d{2})[)\]]?/
  private nonisolated(unsafe) static let alone = /\(?(\d{5}|97\d|2[ABab]|\d{2})\)?/
}
