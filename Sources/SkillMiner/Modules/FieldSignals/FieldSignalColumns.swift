/// Columns of the questionnaire, in the order it prints them. The file it is typed into has the same.
public enum FieldSignalColumns: String, CaseIterable, Sendable {
  case date
  case source = "organisme"
  case role
  case sector = "secteur"
  case level = "niveau_territoire"
  case territory = "territoire"
  case occupation = "metier_rome"
  case certification
  case code = "code_competence"
  case words = "observation"
  case direction = "sens"
  case weight = "effectif"

  /// Columns a file must have; the others may be absent.
  public static let required: [FieldSignalColumns] = [.date, .words, .direction]

  /// French: what is written there.
  public var help: String {
    switch self {
    case .date: "jour de l’observation, AAAA-MM-JJ ou JJ/MM/AAAA"
    case .source: "qui répond\u{A0}: branche, organisme, table de forum (pas de nom de personne)"
    case .role: "branche, entreprise, organisme, stagiaire, forum ou autre"
    case .sector: "secteur, en clair ou code NAF"
    case .level: "commune, bassin, zone-emploi, departement ou region\u{A0}; vide si le nom suffit"
    case .territory: "code ou nom\u{A0}; vide si l’observation vaut partout"
    case .occupation: "code ROME, comme N1103\u{A0}; vide si aucun"
    case .certification: "code RNCP ou RS, comme RNCP34860\u{A0}; vide si aucune"
    case .code: "code OGR ou identifiant de famille\u{A0}; vide si l’observation est en clair"
    case .words: "ce qui a été observé, en une ou deux phrases"
    case .direction: "manque, hausse, baisse ou inutile"
    case .weight: "nombre de personnes ou d’entreprises concernées\u{A0}; 1 si vide"
    }
  }
}
