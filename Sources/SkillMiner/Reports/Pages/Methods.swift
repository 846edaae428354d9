import Taxonomy

/// *Comment est-ce calculé ?*, once for every page.
extension Method {
  static let offers = Method(
    "offres-collectees", "Offres collectées",
    "Les chiffres portent sur les offres d’emploi importées dans cet observatoire. Ce n’est qu’une fenêtre sur le marché du travail : beaucoup de recrutements ne passent par aucune offre, et une offre peut porter sur plusieurs postes. Les rediffusions et les textes presque identiques comptent pour une seule offre distincte."
  )
  static let demand = Method(
    "besoin", "Besoin",
    "Part des offres distinctes qui demandent la compétence : en mission, en exigence ou en souhait. Ce que l’employeur enseigne lui-même, ce qui est nié et la présentation de l’entreprise ne sont pas comptés."
  )
  static let interval = Method(
    "intervalle", "Intervalle à 95 %",
    "Intervalle de Wilson (1927) sur un effectif corrigé par l’effet de plan de Rao et Scott (1981) : les offres d’un même employeur se ressemblent et pèsent moins que des offres indépendantes. Plus il est large, moins le chiffre est sûr."
  )
  static let signal = Method(
    "signaux", "Émergence, croissance, déclin",
    "Deux périodes sont comparées à métier et source égaux. Un test tient compte de ce que les offres d’un même employeur ne sont pas indépendantes, et le taux de fausses découvertes de tout le tableau est tenu (Benjamini et Hochberg, 1995). « Indéterminée » veut dire que les offres ne permettent pas de trancher, non que rien ne change."
  )
  static let parts = Method(
    "composition", "À l’intérieur et composition",
    "La variation d’une part est décomposée (Kitagawa, 1955) : « à l’intérieur » est ce qui a changé dans chaque métier, « composition » ce que change le poids des métiers et des sources dans la collecte."
  )
  static let coverage = Method(
    "couverture", "Couverte, partielle, absente",
    "● couverte : la compétence, ou une plus précise, figure dans un bloc. ◐ partielle : une compétence plus large ou voisine y figure, ou le geste est enseigné sans que le certificat soit nommé. ○ absente : rien n’en parle. Un certificat n’est couvert que s’il est nommé. Une certification sans texte de compétences est « non évaluable »."
  )
  static let candidate = Method(
    "module", "Module candidat",
    "De une à six compétences manquantes d’une même certification, demandées ensemble dans les offres. Ce sont des hypothèses de modules, à débattre avec les branches et les certificateurs. L’ordre suit des fronts de Pareto : aucun candidat n’en précède un autre qui le vaut sur tous les critères et le dépasse sur l’un d’eux."
  )
  static let neighbours = Method(
    "proches", "Territoires et métiers proches",
    "Cosinus entre les parts des compétences demandées (savoir-être, langues et diplômes mis à part) : 100 % veut dire que les mêmes compétences sont demandées dans les mêmes proportions."
  )
  static let secrecy = Method(
    "secret", "Secret statistique",
    "Dans ce qui est publié (pages, fiches, fichiers), un chiffre qui porte sur moins de 10 offres ou moins de 5 employeurs connus n’est pas montré : « secret statistique ». Les lecteurs habilités, qui se connectent, voient tout ; les fiches à imprimer restent celles qui sont publiées. Les pages ne nomment pas les employeurs ; une phrase citée peut en nommer un."
  )
  static let search = Method(
    "recherche", "Recherche",
    "Les mots sont ramenés à leur racine comme dans la lecture des offres : « soudure », « souder » et « soudeur » se retrouvent. Tous les mots doivent figurer ; à défaut, une partie."
  )
  static let quality = Method(
    "journal", "Journal des imports",
    "Pour chaque fichier : lus = intégrés + doublons + écartés. Rien n’est perdu : ce qui est écarté est conservé avec la raison et un conseil. « miner-daemon doctor » en donne le détail."
  )

  static let all: [Method] = [
    offers, demand, interval, signal, parts, coverage, candidate, neighbours, secrecy, search, quality,
  ]
}
