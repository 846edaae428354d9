import SkillMiner

/// Says on the terminal how far an import has come.
enum ProgressLine {
  static func show(_ progress: IngestProgress) {
    let done = FrenchNumber.integer(progress.done)
    let share = progress.total.map { $0 > 0 ? " sur \(FrenchNumber.integer($0))" : "" } ?? ""
    switch progress.phase {
    case .importing:
      Console.progress("\(progress.file ?? "")\u{A0}: \(done) enregistrements lus…")
    case .extracting:
      Console.progress("Relecture des offres avec la nouvelle taxonomie\u{A0}: \(done)\(share)…")
    case .clustering:
      Console.progress("Recherche des offres presque identiques\u{A0}: \(done)\(share)…")
    }
  }
}
