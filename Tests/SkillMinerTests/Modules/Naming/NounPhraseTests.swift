import Testing

@testable import SkillMiner

@Suite struct NounPhraseTests {
  @Test(arguments: [
    (
      "Participer à la préparation des bilans comptables",
      "Participation à la préparation des bilans comptables"
    ),
    ("Concevoir l'aménagement de salons", "Conception de l’aménagement de salons"),
    ("Construire et maintenir des relations", "Construire et maintenir des relations"),
    ("Collaborer avec des partenaires", "Collaboration avec des partenaires"),
    ("Organiser une tournée", "Organisation d’une tournée"),
    ("Assurer la gestion du personnel", "Gestion du personnel"),
    ("Réaliser l'étiquetage de produits", "Étiquetage de produits"),
    (
      "Contrôler le balisage et l'étiquetage des produits en rayon",
      "Contrôle du balisage et de l’étiquetage des produits en rayon"
    ),
    ("Réaliser les saignées et les creusements", "Saignées et creusements"),
    ("Réaliser des opérations de maintenance", "Opérations de maintenance"),
    ("Utiliser des engins", "Utilisation d’engins"),
    ("Monter ou démonter un échafaudage", "Monter ou démonter un échafaudage"),
    ("Laver des vitres", "Lavage de vitres"), ("Servir à table", "Servir à table"),
    ("Respecter les règles d'hygiène", "Respect des règles d’hygiène"),
    (
      "Installer des cloisons, des doublages ou des faux plafonds",
      "Installation de cloisons, de doublages ou de faux plafonds"
    ),
    ("Electricité", "Électricité"), ("Emballage", "Emballage"),
    ("Méthodes d'analyse (systémique, de risques, ...)", "Méthodes d’analyse"),
    ("Progiciels (ERP)", "Progiciels (ERP)"), ("", ""), ("Assurer", "Assurer"),
  ])
  func labelsBecomePhrases(label: String, phrase: String) { #expect(NounPhrase(label).text == phrase) }

  @Test(arguments: [
    ("Gestes et postures", "gestes et postures"), ("CACES R489", "CACES R489"), ("GMAO", "GMAO"),
    ("Élingage", "élingage"), ("C#", "C#"), ("", ""),
  ])
  func theFirstLetterIsLoweredButForAcronyms(text: String, lowered: String) {
    #expect(NounPhrase.lowered(text) == lowered)
  }
}
