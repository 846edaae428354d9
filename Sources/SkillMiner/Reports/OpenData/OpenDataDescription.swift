import Taxonomy

/// What describes the open data: dictionary of columns, Data Package (Frictionless), catalogue (DCAT) and a page to read.
struct OpenDataDescription {
  let observatory: Observatory
  let files: [OpenDataFile]
  let month: String

  private static let licence = "https://www.etalab.gouv.fr/licence-ouverte-open-licence/"
  private static let title = "Compétences demandées dans les offres d’emploi collectées"
  private static let meaning =
    "Compétences reconnues dans des offres d’emploi collectées, par territoire et par métier, et ce que les blocs des certifications en contiennent. Une offre collectée n’est pas un emploi vacant."
  private static let secrecy =
    "Secret statistique : une cellule de moins de 10 offres ou de moins de 5 employeurs connus est tue (« s »), et d’autres avec elle quand une somme la révélerait. Aucune phrase, aucun employeur et aucun identifiant d’offre n’est diffusé."

  /// One line a column.
  func dictionary() -> OpenDataFile {
    OpenDataFile(
      "dictionnaire.csv", "Dictionnaire des données", "Une ligne par colonne de chaque tableau.",
      columns: [
        .init("fichier", .string, "nom du fichier"), .init("colonne", .string, "nom de la colonne"),
        .init("type", .string, "string : texte ; integer : entier ; number : nombre, point décimal"),
        .init("sens", .string, "ce que la colonne contient"),
      ],
      rows: files.flatMap { file in
        file.columns.map { [file.name, $0.name, $0.kind.rawValue, $0.meaning] }
      })
  }

  /// The Data Package, with the digest of each file.
  func package() -> OpenDataFile {
    let resources = files.map { file -> JSONOutput.Value in
      var members: [(String, JSONOutput.Value)] = [
        ("name", .string(String(file.name.prefix { $0 != "." }))), ("path", .string(file.name)),
        ("title", .string(file.title)), ("description", .string(file.meaning)),
        ("mediatype", .string(file.type)), ("encoding", .string("utf-8")),
        ("bytes", .integer(file.bytes.count)), ("hash", .string("sha256:" + SHA256.digest(file.bytes))),
      ]
      if !file.columns.isEmpty {
        let fields = file.columns.map { column -> JSONOutput.Value in
          .object([
            ("name", .string(column.name)), ("type", .string(column.kind.rawValue)),
            ("description", .string(column.meaning)),
          ])
        }
        let missing: JSONOutput.Value = .array([.string(""), .string("s")])
        members.append(("schema", .object([("fields", .array(fields)), ("missingValues", missing)])))
      }
      return .object(members)
    }
    let licences: JSONOutput.Value = .array([
      .object([
        ("name", .string("etalab-2.0")), ("title", .string("Licence Ouverte 2.0")),
        ("path", .string(Self.licence)),
      ])
    ])
    return OpenDataFile(
      "datapackage.json", "Description du jeu de données",
      "Au format Data Package (Frictionless), avec l’empreinte de chaque fichier.",
      type: "application/json",
      text: JSONOutput.text(
        .object([
          ("name", .string("competences-demandees-\(month)")), ("title", .string("\(Self.title), \(month)")),
          ("description", .string(FrenchSpacing.apply("\(Self.meaning) \(Self.secrecy)"))),
          ("created", .string("\(observatory.today)T00:00:00Z")), ("version", .string(month)),
          ("licenses", licences), ("fingerprint", .string(observatory.fingerprint)),
          ("releases", observatory.releases.json),
          ("resources", .array(resources)),
        ])))
  }

  /// The dataset for catalogues (DCAT in JSON-LD).
  func catalogue() -> OpenDataFile {
    let distributions = files.map { file -> JSONOutput.Value in
      .object([
        ("@type", .string("dcat:Distribution")), ("dct:title", .string(file.title)),
        ("dcat:downloadURL", .string(file.name)), ("dcat:mediaType", .string(file.type)),
        ("dcat:byteSize", .integer(file.bytes.count)),
      ])
    }
    let context: JSONOutput.Value = .object([
      ("dcat", .string("http://www.w3.org/ns/dcat#")), ("dct", .string("http://purl.org/dc/terms/")),
    ])
    return OpenDataFile(
      "catalogue.jsonld", "Notice de catalogue", "Le jeu de données au vocabulaire DCAT.",
      type: "application/ld+json",
      text: JSONOutput.text(
        .object([
          ("@context", context), ("@type", .string("dcat:Dataset")),
          ("dct:title", .string(Self.title)), ("dct:description", .string(Self.meaning)),
          ("dct:language", .string("fr")), ("dct:license", .string(Self.licence)),
          ("dct:issued", .string(observatory.today.description)),
          (
            "dct:accrualPeriodicity",
            .string("http://publications.europa.eu/resource/authority/frequency/MONTHLY")
          ),
          ("dct:identifier", .string(observatory.fingerprint)), ("dcat:distribution", .array(distributions)),
        ])))
  }

  /// What a person reads first.
  func readMe() -> OpenDataFile {
    let national = observatory.portrait(PageScope())
    let span = national.months.first.flatMap { first in
      national.months.last.map { FrenchMonths.range(first.month...$0.month) }
    }
    var text =
      "# \(Self.title)\n\nDonnées de \(FrenchMonths.month(observatory.today.monthIndex)). \(Self.meaning)\n\n"
    text +=
      "\(FrenchNumber.integer(national.total)) offres distinctes, publiées \(span ?? "sans date"). \(Self.secrecy)\n\n"
    text +=
      "Licence Ouverte 2.0 : \(Self.licence)\n\nEmpreinte : \(observatory.fingerprint)\n\nVersions : \(observatory.releases.text). Deux mois dont les versions diffèrent ne se comparent pas sans le dire.\n\n## Fichiers\n\n"
    for file in files { text += "- `\(file.name)` : \(file.title). \(file.meaning)\n" }
    text +=
      "\nLe sens de chaque colonne est dans `dictionnaire.csv`, les empreintes dans `datapackage.json`.\n"
    return OpenDataFile(
      "LISEZMOI.md", "Lisez-moi", "Ce que ces fichiers contiennent et ne contiennent pas.",
      type: "text/markdown", text: FrenchSpacing.apply(text))
  }
}
