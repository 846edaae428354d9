import Taxonomy

/// *Sources et méthode*, with a glossary.
struct MethodPage {
  let observatory: Observatory

  func page() -> SitePage {
    var page = SitePage(.method, "Comment ces chiffres sont-ils faits ?", kicker: "Méthode")
    page.lead = [
      "Chaque mesure est expliquée ici en français ordinaire. Deux pages de même empreinte disent la même chose."
    ]
    page.sections = [
      SitePage.Section("mesures", "Les mesures", Method.all.map { .text("\(strong: $0.title). \($0.text)") }),
      SitePage.Section(
        "secret", "Secret statistique",
        [
          .text(PageText(verbatim: Method.secrecy.text)),
          .text(
            "D’autres cellules sont retenues avec elles, les plus petites d’abord, pour qu’aucune ne se retrouve par différence entre un total et le reste : entre territoires emboîtés, entre métiers, entre périodes, entre mois. Bassins et zones d’emploi, qui chevauchent départements et régions, ne sont pas protégés de ces différences-là. Un croisement qui demanderait davantage (une compétence, un métier et un territoire à la fois) n’est pas publié."
          ),
        ]),
      SitePage.Section("glossaire", "Glossaire", [.list(glossary)]),
      SitePage.Section(
        "sources", "Sources",
        [
          .list([
            "\(observatory.lexicon.release.name) (France Travail, Licence Ouverte 2.0).",
            "Répertoires RNCP et RS (France compétences, Licence Ouverte 2.0).",
            "Code officiel géographique et zones d’emploi (Insee), bassins d’emploi (France Travail).",
            "Offres importées par l’utilisateur : \(link: "qualité des données", to: .quality).",
            "Versions : \(observatory.releases.text). Deux analyses dont les versions diffèrent ne se comparent pas sans le dire. Empreinte de ces pages : \(code: observatory.fingerprint)",
          ])
        ]),
    ]
    return page
  }

  private var glossary: [PageText] {
    [
      "\(strong: "Bassin d’emploi") : territoire de gestion de France Travail ; à ne pas confondre avec la zone d’emploi de l’Insee.",
      "\(strong: "Bloc de compétences") : partie d’une certification qui s’enseigne et se valide à part.",
      "\(strong: "Compétence") : ici, une famille d’items du ROME qui disent presque la même chose.",
      "\(strong: "Filière") : ensemble de métiers que la région définit.",
      "\(strong: "Métier") : fiche du ROME ; ses appellations sont les noms de postes.",
      "\(strong: "Module additionnel") : contenu ajouté à une certification sans attendre sa révision.",
      "\(strong: "Pente mensuelle contraire") : d’un mois à l’autre, la part va plutôt dans l’autre sens que d’une période à l’autre ; regardez la courbe avant de conclure.",
      "\(strong: "q") : part de constats faux à attendre parmi ceux dont le q est aussi petit ou plus petit.",
      "\(strong: "Rapport de cotes") : 1 veut dire que rien n’a changé, à métier et source égaux ; 2, que la compétence est demandée à peu près deux fois plus souvent qu’avant, si peu d’offres la demandent. La cote est le nombre d’offres qui demandent pour une qui ne demande pas.",
      "\(strong: "RNCP, RS") : répertoire national des certifications professionnelles, répertoire spécifique.",
      "\(strong: "Surtout un effet de composition") : la part change surtout parce que les métiers et les sources de la collecte n’ont plus le même poids.",
    ]
  }
}
