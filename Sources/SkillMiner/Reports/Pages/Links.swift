import Taxonomy

/// The addresses of the site, each in one place. They are kept for ever: people put them into reports.
extension Link {
  package static let home = Link([])
  package static let territories = Link(["territoires"])
  package static let filieres = Link(["filieres"])
  package static let occupations = Link(["metiers"])
  package static let competencies = Link(["competences"])
  package static let certifications = Link(["certifications"])
  package static let candidates = Link(["candidats"])
  package static let quality = Link(["qualite"])
  package static let method = Link(["methode"])
  package static let secrecy = Link(["methode"], anchor: "secret")
  package static let prints = Link(["fiches"])
  package static let portfolios = Link(["portefeuilles"])
  package static let fieldSignals = Link(["signaux-terrain"])
  package static let lexicon = Link(["lexique"])
  package static let proposals = Link(["lexique", "propositions"])
  package static let openData = Link(["donnees-ouvertes"])

  static func territory(_ key: CubeScope.TerritoryKey) -> Link {
    Link(["territoires", key.level.rawValue, key.code])
  }
  static func filiere(_ id: String) -> Link { Link(["filieres", id]) }
  static func occupation(_ code: ROMECode) -> Link { Link(["metiers", code.value]) }
  static func competency(_ id: String) -> Link { Link(["competences", id]) }
  static func certification(_ code: CertificationCode) -> Link {
    Link(["certifications", code.description])
  }
  static func candidate(_ id: String) -> Link { Link(["candidats", id]) }

  static func offers(_ family: String?, _ scope: PageScope = PageScope(), page: Int = 1) -> Link {
    Link(
      ["offres"],
      query: [("competence", family)] + scope.query + [("page", page > 1 ? String(page) : nil)])
  }

  static func signals(_ scope: PageScope = PageScope(), kind: SignalClass? = nil) -> Link {
    Link(["signaux"], query: scope.query + [("classe", kind?.rawValue)])
  }

  package static func portfolio(_ id: String) -> Link { Link(["portefeuilles", id]) }

  /// The vote sheet of a portfolio, for print.
  package static func sheet(_ id: String) -> Link { Link(["portefeuilles", id, "feuille"]) }
  /// Where what a forum decided is written down.
  package static func forum(_ id: String) -> Link { Link(["portefeuilles", id, "forum"]) }

  static func search(_ query: String) -> Link { Link(["recherche"], query: [("q", query)]) }

  static func fiche(territory key: CubeScope.TerritoryKey) -> Link {
    Link(["fiches", "territoire", key.level.rawValue, key.code])
  }
  static func fiche(filiere id: String) -> Link { Link(["fiches", "filiere", id]) }
  static func fiche(certification code: CertificationCode) -> Link {
    Link(["fiches", "certification", code.description])
  }
  static func forum(territory key: CubeScope.TerritoryKey) -> Link {
    Link(["fiches", "forum", key.level.rawValue, key.code])
  }
}
