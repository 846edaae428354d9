import Taxonomy

/// The open data of the month: what may be taken away, and what it means.
struct OpenDataPage {
  let observatory: Observatory

  /// - Throws: what the store throws.
  func page() throws -> SitePage {
    let data = try observatory.openData()
    var page = SitePage(.openData, "Quelles données emporter ?", kicker: "Données ouvertes")
    page.lead = [
      "Les chiffres de \(FrenchMonths.month(observatory.today.monthIndex)), sous licence ouverte : tableaux CSV, données liées et leur dictionnaire. Les petits effectifs y sont tus ; aucune phrase, aucun employeur, aucun identifiant d’offre n’y figure."
    ]
    page.sections = [
      SitePage.Section("fichiers", "Fichiers", [.table(files(data))]),
      SitePage.Section("dictionnaire", "Dictionnaire", [.table(dictionary(data))]),
      SitePage.Section(
        "reutiliser", "Réutiliser",
        [
          .text(
            "Licence Ouverte 2.0 : citez la source et la date. \(code: "datapackage.json") décrit le jeu au format Data Package et donne l’empreinte de chaque fichier ; \(code: "miner-daemon open-data") écrit les mêmes dans un dossier par mois."
          )
        ]),
    ]
    page.methods = [.offers, .demand, .secrecy]
    return page
  }

  private func files(_ data: OpenData) -> PageTable {
    PageTable(
      "fichiers", caption: "Fichiers du mois.",
      columns: [
        .init("fichier", "Fichier"), .init("contenu", "Contenu"), .init("lignes", "Ce qu’est une ligne"),
        .init("taille", "Taille", .number),
      ],
      rows: data.files.map { file in
        let kilobytes = max(1, (file.bytes.count + 500) / 1000)
        return [
          .text(file.name, to: Link(["donnees-ouvertes", file.name])), .text(file.title),
          .text(file.meaning),
          PageCell(
            .integer(file.bytes.count), PageText(verbatim: FrenchNumber.integer(kilobytes) + "\u{A0}ko")),
        ]
      })
  }

  private func dictionary(_ data: OpenData) -> PageTable {
    PageTable(
      "dictionnaire", caption: "Colonnes des tableaux.",
      columns: [.init("colonne", "Colonne"), .init("type", "Type"), .init("sens", "Sens")],
      rows: data.files.flatMap { file in
        file.columns.map { column in
          [
            .text(column.name, note: PageText(verbatim: file.name)), .text(Self.word(column.kind)),
            .text(column.meaning),
          ]
        }
      })
  }

  private static func word(_ kind: OpenDataFile.Column.Kind) -> String {
    switch kind {
    case .string: "texte"
    case .integer: "entier"
    case .number: "nombre"
    }
  }
}
