/// Words that carry no competency of their own: skipped in forms and free in phrases.
enum FunctionWords {
  /// Folded spellings.
  static let all: Set<String> = Set(
    """
    a à afin ai ainsi alors apres as au aucun aucune aupres aussi autour autre autres aux avant avec avez avoir bien c car ce ceci \
    cela celle celles celui ces cet cette ceux chaque chez ci comme comment contre d dans de depuis des deja donc dont du \
    durant elle elles en encore entre es est et etc etes etre eux font fait grace h il ils j je jusqu jusque l la le les \
    leur leurs lors lorsqu lorsque lui m ma mais me meme memes mes moi moins mon n ne ni nos notamment notre nous on ont \
    or ou ou où par parmi pas pendant permettant peu peut plus plusieurs pour puis puisque qu quand que quel quelle quelles quels \
    quelque quelques qui quoi s sa sans se selon sera serez seront ses si sinon soit sommes son sont sous suivant suivants suivante suivantes sur t ta tel \
    telle telles tels tes toi ton tous tout toute toutes tres tu un une via vis vers vos votre vous y afin lequel laquelle lesquels lesquelles duquel auquel
    """.split(separator: " ").map { Folding.fold(String($0)) })
}
