import Taxonomy

/// How competencies are recognised, and what is waiting for review.
struct LexiconPage {
  let observatory: Observatory

  func page() -> SitePage {
    let families = observatory.lexicon.families
    var page = SitePage(.lexicon, "Comment les compétences sont-elles reconnues ?", kicker: "Lexique")
    page.lead = [
      "\(families.count, "compétence peut être reconnue", "compétences peuvent être reconnues"), d’après le \(observatory.lexicon.release.name), les formes écrites à la main et celles apprises puis relues."
    ]
    let grouped = families.grouped.filter { $0.codes.count > 1 }.sorted {
      ($1.codes.count, $0.id) < ($0.codes.count, $1.id)
    }
    page.sections = [
      SitePage.Section(
        "relecture", "Relire les propositions",
        [
          .text(
            "\(link: "Relire les formes proposées", to: .proposals) : tournures apprises et termes nouveaux, avec leurs phrases. Chaque décision est gardée avec son auteur et son motif."
          ),
          .text(
            "Les mêmes propositions se relisent dans un tableur : \(code: "miner-daemon lexicon learn") les écrit, \(code: "miner-daemon lexicon review") les montre une à une, \(code: "miner-daemon lexicon apply") applique les décisions."
          ),
        ]),
      SitePage.Section(
        "familles", "Familles : items du ROME comptés ensemble",
        [
          .table(
            PageTable(
              "familles", caption: "Les familles qui réunissent le plus d’items.",
              columns: [
                .init("famille", "Compétence"), .init("nature", "Nature"), .init("items", "Items", .number),
                .init("exemple", "Par exemple"),
              ],
              rows: grouped.prefix(150).map { family in
                [
                  .text(family.label, to: .competency(family.id)), .text(FrenchWords.kind(family.kind)),
                  .integer(family.codes.count),
                  .text(
                    family.codes.first.flatMap { observatory.lexicon.release.competency($0)?.label } ?? "–"),
                ]
              }))
        ]),
    ]
    return page
  }
}
