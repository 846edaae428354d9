import Taxonomy

/// What an address asks for.
package struct PageRequest: Sendable {
  /// Steps of the path, decoded.
  package let path: [String]
  /// Filters, decoded; the last of a name counts.
  package let query: [String: String]

  package init(path: [String], query: [String: String] = [:]) {
    self.path = path
    self.query = query
  }

  /// A filter that names nothing we know.
  struct BadFilter: Error {
    let name: String
    let value: String
    let advice: String
  }

  func text(_ name: String) -> String? { query[name].flatMap { $0.isEmpty ? nil : $0 } }

  /// Page of a list, from 1; `Pager.number` says which one there is.
  var page: Int { max(1, text("page").flatMap { Int($0) } ?? 1) }

  /// The scope the filters describe.
  ///
  /// - Throws: `BadFilter` for one that names nothing we know.
  func scope(_ observatory: Observatory) throws -> PageScope {
    var scope = PageScope()
    if let value = text("territoire") {
      let parts = value.split(separator: ":", maxSplits: 1).map(String.init)
      guard parts.count == 2, let level = Territory.Level(rawValue: parts[0]) else {
        throw BadFilter(
          name: "territoire", value: value, advice: "Écrivez le niveau et le code, comme departement:67.")
      }
      scope.territory = CubeScope.TerritoryKey(level: level, code: parts[1])
    }
    if let value = text("metier") {
      guard let code = ROMECode(value) else {
        throw BadFilter(name: "metier", value: value, advice: "Donnez un code ROME, comme N1103.")
      }
      scope.occupation = code
    }
    if let value = text("filiere") {
      guard observatory.filieres.contains(where: { $0.id == value }) else {
        throw BadFilter(name: "filiere", value: value, advice: "Choisissez une filière de la page Filières.")
      }
      scope.filiere = value
    }
    if let value = text("mois") {
      guard let months = SignalWindows.months(value) else {
        throw BadFilter(name: "mois", value: value, advice: "Écrivez 2025-01..2025-12.")
      }
      scope.months = months
    }
    scope.source = text("source")
    return scope
  }
}
