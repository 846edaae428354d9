import SkillMiner
import Testing

@Suite struct ContactRedactionTests {
  @Test(arguments: [
    ("CV à rh@exemple.fr.", "CV à [courriel]."),
    ("Écrire à julie.martin-rh@agence.exemple.com, merci", "Écrire à [courriel], merci"),
    ("Mail : rh [at] exemple.fr ou rh(arobase)exemple.fr", "Mail : [courriel] ou [courriel]"),
    ("Voir mailto:rh@exemple.fr?subject=CV ici", "Voir [courriel] ici"),
    ("https://exemple.fr/?mail=rh%40exemple.fr", "[courriel]"),
    ("Tél. 06.12.34.56.78", "Tél. [téléphone]"),
    ("Tél. 06 12 34 56 78 ou 0612345678", "Tél. [téléphone] ou [téléphone]"),
    ("au 06-12-34-56-78 / 06/12/34/56/78", "au [téléphone] / [téléphone]"),
    ("+33 (0)6 12 34 56 78, +33612345678, 0033 6 12 34 56 78", "[téléphone], [téléphone], [téléphone]"),
    ("(+33) 1.23.45.67.89 ou +32 471 23 45 67", "[téléphone] ou [téléphone]"),
    ("N° vert 0 800 123 456", "N° vert [téléphone]"),
    ("06. 12 34 56 78", "[téléphone]"),
    ("Contact : Mme Dupont", "Contact : [nom]"),
    ("votre contact : Jean MARTIN", "votre contact : [nom]"),
    ("envoyer CV à M. Durand, directeur", "envoyer CV à [nom], directeur"),
    ("Contactez Sophie Le Goff au 0612345678", "Contactez [nom] au [téléphone]"),
    ("à l'attention de Madame Anne-Marie DE LA TOUR", "à l'attention de [nom]"),
    ("Contact RH : Zelda KOWALSKI - Chargée RH", "Contact RH : [nom] - Chargée RH"),
    ("contact MARTIN Julie", "contact [nom]"),
  ])
  func redacts(text: String, expected: String) {
    #expect(ContactRedaction.redact(text) == expected)
  }

  @Test(arguments: [
    "Salaire de 1 800 à 2 200 € brut, 25000€ annuels, 12,50 €/h",
    "Du 01/02/2024 au 31.12.2024, 2024-01-02 03:04:05",
    "CACES R489 1A, 3, 5 et R482 A B1 C1", "R.489 cat 1 3 5, N1103, RNCP34860, RS5678",
    "horaires 08h00-12h00 / 14h00-18h00", "2 x 8, 3x8, 05h-13h",
    "59000 Lille, 75 Paris, départements 01/38/69/73/74",
    "Référence 123456789012", "Habilitation B0 H0V BR BC", "SIRET 012 345 678 00012",
    "Contact : Manpower Poitiers Industrie", "Le contact client est essentiel", "Contact Center Cloud",
    "Contact : Service Recrutement", "envoyer à Monsieur Le Maire", "Mr Bricolage recrute", "taille M Bleu",
    "Contact au lycée Jean Moulin, rue Victor Hugo", "BTS M.E.I ou M.I.A.G.E., levée de 120M USD",
    "interlocuteur des Directions Métiers", "suivez-nous @exemple", "Java @ Cloud",
    "candidature à Saint Martin", "Ingénieur M H/F",
  ])
  func keeps(text: String) {
    #expect(ContactRedaction.redact(text) == text)
  }

  @Test func hitsAreAscendingAndDisjoint() {
    let text = "Contact : Mme Dupont rh@exemple.fr 0612345678"
    let hits = ContactRedaction.hits(in: text)
    #expect(hits.map(\.kind) == [.name, .mail, .phone])
    for (a, b) in zip(hits, hits.dropFirst()) { #expect(a.range.upperBound <= b.range.lowerBound) }
  }

  @Test(.timeLimit(.minutes(1)), arguments: ["a@", "contact M. ", "06 ", "+33 ", "(at)", "http://"])
  func longTextsTakeLinearTime(piece: String) {
    let text = String(repeating: piece, count: 300_000 / piece.utf8.count)
    #expect(!ContactRedaction.redact(text).isEmpty)
  }
}
