import SkillMiner
import Taxonomy

/// Runs the analysis of a store for a command: warnings and progress go to the error stream.
enum AnalysisRun {
  static func result(
    of store: Store, parameters: AnalysisParameters, today: CalendarDate
  ) throws -> AnalysisResult {
    Console.progress("Lecture de la taxonomie…")
    let engine = try Workshop.engine(of: store)
    let result = try Analysis(engine: engine, parameters: parameters).run(store, today: today) {
      done, total in
      Console.progress("Certifications analysées\u{A0}: \(FrenchNumber.count(done, of: total))")
    }
    Console.clearProgress()
    for warning in result.warnings { Console.message(warning.description) }
    return result
  }
}
