import Taxonomy

/// What to do first.
enum EmptyStorePage {
  static func page(_ observatory: Observatory) -> SitePage {
    var page = SitePage(.home, "L’observatoire est vide : que faire d’abord ?", kicker: "Première fois")
    page.lead = ["Aucune offre n’est encore dans ce magasin. Trois imports suffisent pour commencer."]
    page.sections = [
      SitePage.Section(
        "etapes", "Dans l’ordre",
        [
          .list([
            "La taxonomie (ROME) : \(code: "miner-daemon import taxonomy rome-v460-csv.zip"). Sans elle, les données embarquées servent.",
            "Les certifications : \(code: "miner-daemon import referential certifications.jsonl").",
            "Les offres : \(code: "miner-daemon import offers offres.json.gz"). Tous les formats sont décrits dans le guide.",
          ]),
          // A service keeps its store to itself: a newcomer's commands are refused while it runs.
          .text(
            "Ces commandes écrivent dans le magasin : tant que le service tourne, elles sont refusées. Déposez plutôt les fichiers dans les dossiers \(code: "taxonomy"), \(code: "referential") et \(code: "offers") de \(code: "MAGASIN-spool"), à côté du magasin : il les importe dans les secondes qui suivent, et range chacun avec son rapport dans \(code: "done") ou \(code: "failed"). Ou arrêtez le service le temps de l’import."
          ),
          .text(
            "Déjà en place : \(observatory.lexicon.release.name), \(observatory.certifications.count, "certification", "certifications"), \(observatory.atlas.territories.count, "territoire", "territoires")."
          ),
          .text(
            "Pour voir à quoi ressemblent des pages remplies, lancez \(code: "miner-daemon demo --store demo.sqlite") dans le dossier du projet, puis ouvrez ce magasin."
          ),
        ])
    ]
    return page
  }
}
