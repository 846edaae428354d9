import Taxonomy
import Testing

@Suite struct BlockTextTests {
  @Test(arguments: [
    (
      "C1.1 Préparer le chantier\nC1.2 – Monter les cloisons ;",
      ["Préparer le chantier", "Monter les cloisons"]
    ),
    ("C.1.1.2 – Repérer les risques", ["Repérer les risques"]),
    (
      "<p>C2.B1 Analyser la demande</p><br/>A3 Rédiger un devis", ["Analyser la demande", "Rédiger un devis"]
    ),
    (
      "1. Isoler l&rsquo;élément\n 2/ Le fixer\n3 - Contr&ocirc;ler",
      ["Isoler l’élément", "Le fixer", "Contrôler"]
    ),
    ("• Lire un plan • Tracer une découpe", ["Lire un plan", "Tracer une découpe"]),
    ("<ul><li>Laver</li><li>Sécher le linge</li></ul>", ["Laver", "Sécher le linge"]),
    ("- trier les déchets - ranger le poste", ["trier les déchets", "ranger le poste"]),
    (
      "Appliquer les règles de préventionProposer une solution",
      ["Appliquer les règles de prévention", "Proposer une solution"]
    ),
    ("C1.1 Peser les farines. C1.2 Pétrir la pâte", ["Peser les farines", "Pétrir la pâte"]),
    ("Accueillir le client ; Encaisser un achat", ["Accueillir le client", "Encaisser un achat"]),
  ])
  func marksAndRunTogetherLists(text: String, expected: [String]) {
    #expect(BlockText.sentences(text) == expected)
  }

  @Test(arguments: [
    ("Français\n- Lire un texte\n- Écrire une lettre", ["Lire un texte", "Écrire une lettre"]),
    ("Compétences d’investigation :\nMesurer une tension", ["Mesurer une tension"]),
    ("BLOC DE COMPETENCES 1A\nAnimer une séance", ["Animer une séance"]),
    ("Maîtrise du logiciel de caisse\nTenue du stock", ["Maîtrise du logiciel de caisse", "Tenue du stock"]),
    (
      "Réaliser sa production :\n- du pain\n- des viennoiseries",
      ["Réaliser sa production", "du pain", "des viennoiseries"]
    ),
  ])
  func headingsAreNotCompetencies(text: String, expected: [String]) {
    #expect(BlockText.sentences(text) == expected)
  }

  @Test(arguments: [
    ("Souder\n\nLes modalités d’évaluation sont décrites dans l’arrêté", ["Souder"]),
    ("C1.1 Souder\nEvaluation : mise en situation\n- étude de cas\nC1.2 Meuler", ["Souder", "Meuler"]),
    ("Poser une cloison. Évaluation : dossier et oral", ["Poser une cloison"]),
    ("Meuler\nLes compétences des candidats sont évaluées par un jury au vu :\na) D’une épreuve", ["Meuler"]),
    (
      "Mettre en place une démarche d’évaluation continue",
      ["Mettre en place une démarche d’évaluation continue"]
    ),
  ])
  func assessmentIsLeftOut(text: String, expected: [String]) {
    #expect(BlockText.sentences(text) == expected)
  }

  @Test func anythingIsTaken() {
    #expect(BlockText.sentences("").isEmpty)
    #expect(BlockText.sentences("\0\u{FEFF} - • ; < & &# <b").isEmpty)
    #expect(BlockText.sentences("Limer\nLimer.\n  limer ;") == ["Limer"])
    #expect(BlockText.sentences("E\u{301}tamer une pie\u{300}ce") == ["Étamer une pièce"])
  }
}
