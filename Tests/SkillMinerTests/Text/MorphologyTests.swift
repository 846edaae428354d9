import Testing

@testable import SkillMiner

/// Forms that job language uses for one another share a key; those that analysts keep apart do not.
@Suite struct MorphologyTests {
  private let stemmer: Stemmer

  init() throws { stemmer = try Stemmer() }

  private func key(_ word: String, _ synonyms: Synonyms = .none) -> String {
    synonyms.of(Morphology.key(word, folded: Folding.fold(word), stemmer))
  }

  @Test(arguments: [
    // A word of a group and what rules make of its other forms.
    "informer information informations informe informé informées",
    "organiser organisation organisations organise",
    "analyser analyse analyses analysant", "optimiser optimisation optimisations optimisées",
    "préparer préparation préparations prépare", "administrer administration administrations administrez",
    "négocier négociation négociations négociez", "entretien entretiens entretenir",
    "appliquer application appliquez", "maintenance maintenances", "présentation présentations",
    // Plurals that Snowball leaves.
    "menu menus", "tissu tissus", "scénario scénarios", "vidéo vidéos", "emploi emplois", "essai essais",
    "photo photos",
    "contenu contenus", "attendu attendus attendue", "délai délais", "données data",
    // Ends that Snowball takes for those of verbs.
    "audit audits auditer", "gabarit gabarits", "crédit crédits", "petit petite petits petites",
    "précis précise précises", "requis requise requises", "français française françaises",
    // Verbs that end so.
    "garantir garantit", "établir établit établis", "remplir remplit remplis",
  ])
  func formsOfOneWordShareAKey(_ forms: String) {
    let words = forms.split(separator: " ").map(String.init)
    #expect(Set(words.map { key($0) }).count == 1, "\(words.map { "\($0) \(key($0))" })")
  }

  @Test(arguments: [
    "coordinateur coordination", "collaborateurs collaboration", "administrateur administrer",
    "animatrice animation", "comptable compte", "comptable comptabilité", "pharmacienne pharmacovigilance",
    "document documentation", "équipe équipement", "forme format", "intégration intégralité",
    "charge chargement", "pays paie", "cuir cuire", "relation relatif", "assistant assister",
    "devis dev", "colis col", "applications appliquer", "qualités qualité", "data date", "données donner",
    "mobilier mobiliser", "ménage mener",
  ])
  func whatAnalystsKeepApartStaysApart(_ pair: String) {
    let words = pair.split(separator: " ").map(String.init)
    #expect(key(words[0]) != key(words[1]), "\(key(words[0]))")
  }

  @Test func agentsShareAKeyWithTheirPluralAndFeminine() {
    #expect(Set(["formateur", "formateurs", "formatrice", "formatrices"].map { key($0) }).count == 1)
    #expect(key("opérateur") == key("opératrices"))
  }

  /// Whatever the order of the rows, and whichever of two words stands first.
  @Test func synonymsJoinWholeKeysBothWays() throws {
    let rows = [
      Synonym(word: "mail", means: "courriel"),
      Synonym(word: "appareil", means: "matériel"), Synonym(word: "équipement", means: "appareil"),
    ]
    let synonyms = Synonyms(rows, stemmer)
    let turned = Synonyms(
      rows.reversed().map { Synonym(word: $0.means, means: $0.word) }, stemmer)
    #expect(synonyms.keys == turned.keys)
    for forms in [

      ["mail", "mails", "courriel", "courriels"],
      ["appareils", "matériel", "matériels", "équipement", "équipements"],
    ] {
      #expect(Set(forms.map { key($0, synonyms) }).count == 1, "\(forms)")
    }
    #expect(key("matériel") != key("appareil"))
  }

  /// A key that is replaced must not stand for another one: one look-up is enough.
  @Test func replacedKeysAreNeverNames() throws {
    let synonyms = Synonyms(try Overlays.embedded().synonyms, stemmer)
    #expect(synonyms.keys.count > 100)
    for (key, name) in synonyms.keys where key != name { #expect(synonyms.of(name) == name, "\(key)") }
  }
}
