import SkillMiner
import Taxonomy

/// Where the mentions of an evaluation come from: a reading of the offers, or a file.
struct EvaluationRun {
  /// Mentions by identifier of the offer.
  let mentions: [String: [PredictedMention]]
  /// The mentions as `extract` would write them; empty when they came from a file.
  let lines: String
  let findings: [Finding]
  /// Where labels come from; `nil` when none was named.
  let release: TaxonomyRelease?
  let context: EvaluationContext

  /// Reads the annotated offers.
  init(gold: GoldFile, store: String?, lexicon: String?, usesOccupation: Bool) throws {
    Console.progress("Lecture de la taxonomie…")
    let engine = try Workshop.engine(store: store, lexicon: lexicon)
    let texts = gold.offers.map {
      GivenTexts(
        title: $0.title, description: $0.description, occupation: usesOccupation ? $0.occupation : nil)
    }
    let read = try RawTextReader(engine: engine).read(texts)
    Console.clearProgress()
    var mentions: [String: [PredictedMention]] = [:]
    var lines = ""
    for (offer, (text, found)) in zip(gold.offers, zip(texts, read)) {
      mentions[offer.id] = found.map { PredictedMention($0) }
      lines += ExtractOutput(input: ExtractInput(identifier: offer.id, offer: text), mentions: found).line
    }
    self.mentions = mentions
    self.lines = lines
    findings = []
    release = engine.release
    context = EvaluationContext(
      taxonomy: engine.release.name, lexicon: engine.lexicon.digest, gold: gold.digest,
      usesOccupation: usesOccupation)
  }

  /// Takes the mentions of a file.
  init(predictions path: String, gold: GoldFile, store: String?) throws {
    let file = try PredictionsFile(path: path)
    mentions = file.mentions
    lines = ""
    findings = file.findings + [file.strangers(to: gold.offers, file: path)].compactMap { $0 }
    release = try store.map { try Store(path: $0, access: .readOnly).release() }
    context = EvaluationContext(taxonomy: nil, lexicon: nil, gold: gold.digest, usesOccupation: true)
  }
}
