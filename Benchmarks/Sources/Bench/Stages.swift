import Foundation
import SkillMiner
import Taxonomy

/// The stages of the engine, each with its input ready and its output kept, not only counted.
final class Stages {
  private let scratch: Scratch
  private let documents: [Corpus.Document]
  private var dictionaries: [String: EngineAdaptor] = [:]
  private var worker: Extractor.Worker?
  private var spans: [EngineAdaptor.Span] = []
  private var mentions: [Mention] = []
  /// Release to extract with: an archive of ROME, or `nil` for the embedded one.
  private let rome: String?

  init(scratch: Scratch, rome: String?) throws {
    self.scratch = scratch
    self.rome = rome
    let titles = try scratch.read("titles")
    let descriptions = try scratch.read("descriptions")
    let occupations = try scratch.read("occupations")
    documents = titles.indices.map {
      Corpus.Document(
        title: titles[$0], description: descriptions[$0], occupation: ROMECode(occupations[$0]))
    }
  }

  /// Builds what a stage needs: `segment`, `tokens`, `match-NAME` for each file of forms, `extract`.
  func prepare(_ stage: String) throws {
    switch stage {
    case "segment", "tokens": _ = try dictionary("forms")
    case "extract", "exact": _ = try extractor()
    default: _ = try dictionary(String(stage.dropFirst("match-".count)))
    }
  }

  /// One pass over the first documents, all of them when `limit` is 0.
  func pass(_ stage: String, limit: Int) throws -> () -> Pass.Result {
    let documents = Array(limit == 0 ? documents[...] : documents.prefix(limit))
    let texts = documents.map(\.text)
    switch stage {
    case "segment":
      let engine = try dictionary("forms")
      return { Pass.Result(count: texts.reduce(0) { $0 + engine.segment($1) }) }
    case "tokens":
      let engine = try dictionary("forms")
      return { Pass.Result(count: texts.reduce(0) { $0 + engine.analyse($1) }) }
    case "extract":
      let worker = try extractor()
      return { [self] in extract(documents) { worker.extract(title: $0, description: $1, occupation: $2) } }
    case "exact":
      let worker = try extractor()
      return { [self] in
        extract(documents) { worker.extractExactly(title: $0, description: $1, occupation: $2) }
      }
    default:
      let engine = try dictionary(String(stage.dropFirst("match-".count)))
      return { [self] in match(texts, engine) }
    }
  }

  private func match(_ texts: [String], _ engine: EngineAdaptor) -> Pass.Result {
    var result = Pass.Result()
    for text in texts {
      spans.removeAll(keepingCapacity: true)
      engine.match(text, into: &spans)
      result.count += spans.count
      for span in spans { result.sum += Int(span.form) }
    }
    return result
  }

  private func extract(
    _ documents: [Corpus.Document], _ read: (String, String, ROMECode?) -> [Mention]
  ) -> Pass.Result {
    var result = Pass.Result()
    for document in documents {
      mentions = read(document.title, document.description, document.occupation)
      result.count += mentions.count
      for mention in mentions { result.sum += mention.start + mention.end }
    }
    return result
  }

  private func dictionary(_ name: String) throws -> EngineAdaptor {
    if let known = dictionaries[name] { return known }
    let made = try EngineAdaptor(forms: try scratch.read(name + ".raw"))
    dictionaries[name] = made
    return made
  }

  private func extractor() throws -> Extractor.Worker {
    if let worker { return worker }
    let made = try Extractor(lexicon: try LexiconMeasure.lexicon(rome)).makeWorker()
    worker = made
    return made
  }
}
