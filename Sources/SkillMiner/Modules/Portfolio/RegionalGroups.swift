public import Taxonomy

/// Which filière a candidate counts for: those a region defined, or else the grands domaines of the ROME.
public struct RegionalGroups: Sendable {
  private let filieres: [Filiere]

  /// - Parameter filieres: in the order in which a candidate is tried; the grands domaines stand in for none.
  public init(filieres: [Filiere] = []) { self.filieres = filieres }

  /// The filière of a certification, by name.
  public func filiere(of certification: CertificationCode, occupations: [ROMECode]) -> String {
    if let named = filieres.first(where: { $0.certifications.contains(certification) }) { return named.name }
    let byOccupation = filieres.first { filiere in
      occupations.contains { code in filiere.occupations.contains(code) }
    }
    if let byOccupation { return byOccupation.name }
    return Self.grandDomain(of: occupations)
  }

  /// The grand domaine most of the occupations stand in; of two with as many, the first.
  static func grandDomain(of occupations: [ROMECode]) -> String {
    var counts: [String: Int] = [:]
    for code in occupations { counts[code.grandDomain, default: 0] += 1 }
    let first = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.first
    return first.flatMap { grandDomains[$0.key] } ?? "Filière inconnue"
  }

  /// Names of the grands domaines of the ROME.
  static let grandDomains: [String: String] = [
    "A": "Agriculture et pêche, espaces naturels et espaces verts, soins aux animaux",
    "B": "Arts et façonnage d’ouvrages d’art",
    "C": "Banque, assurance, immobilier",
    "D": "Commerce, vente et grande distribution",
    "E": "Communication, média et multimédia",
    "F": "Construction, bâtiment et travaux publics",
    "G": "Hôtellerie-restauration, tourisme, loisirs et animation",
    "H": "Industrie",
    "I": "Installation et maintenance",
    "J": "Santé",
    "K": "Services à la personne et à la collectivité",
    "L": "Spectacle",
    "M": "Support à l’entreprise",
    "N": "Transport et logistique",
  ]
}
