/// Heads that say little of what a competency is about; they weigh a third of what their frequency would give.
enum WeakHeads {
  static let words = [
    "technique", "techniques", "utilisation", "utiliser", "connaissance", "connaissances", "capacité",
    "maîtrise", "maîtriser", "notions", "règles",
    "principes", "méthodes", "méthode", "réaliser", "réalisation", "effectuer", "assurer", "mettre", "oeuvre",
    "participer", "participation",
    "veiller", "procéder", "contribuer", "faire", "preuve", "bonne", "bonnes", "savoir", "procédés",
    "caractéristiques", "typologie", "fonctionnement", "compétences", "bases",
  ]
}
