import Foundation
import Taxonomy

/// The sentences a phrase stands in.
enum Concordance {
  /// A phrase as it is written at a place: lower case, one space between words.
  static func writing(_ place: PhraseCounter.Place, _ offer: LearningOffer) -> String {
    let run = offer.runs[place.run]
    let units = Array(text(run.field, offer).utf16)
    let range = run.starts[place.words.lowerBound]..<run.ends[place.words.upperBound - 1]
    return String(decoding: units[range], as: UTF16.self).lowercased()
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Up to `limit` sentences, one an employer first, in the order of the offers; employers' names are masked.
  static func examples(
    _ places: [PhraseCounter.Place], _ offers: [LearningOffer], limit: Int
  ) -> [PhraseProposal.Example] {
    var firsts: [PhraseCounter.Place] = []
    for place in places where firsts.last?.offer != place.offer { firsts.append(place) }
    var employers: Set<String> = []
    var chosen: [PhraseCounter.Place] = []
    var others: [PhraseCounter.Place] = []
    for place in firsts {
      let employer = offers[place.offer].offer.employerKey ?? "offer \(place.offer)"
      if employers.insert(employer).inserted { chosen.append(place) } else { others.append(place) }
    }
    return (chosen + others).prefix(limit).sorted { $0.offer < $1.offer }
      .compactMap { example($0, offers[$0.offer]) }
  }

  private static func example(_ place: PhraseCounter.Place, _ offer: LearningOffer) -> PhraseProposal.Example?
  {
    let run = offer.runs[place.run]
    let text = text(run.field, offer)
    let units = Array(text.utf16)
    var scalars = ScalarOffsets()
    let start = scalars.scalar(at: run.starts[place.words.lowerBound], in: units)
    let end = scalars.scalar(at: run.ends[place.words.upperBound - 1], in: units)
    guard let cut = EvidenceSentence.cut(text, start: start, end: end) else { return nil }
    var sentence = cut.sentence
    if let employer = offer.offer.employer, employer.count >= 4 {
      sentence = sentence.replacingOccurrences(of: employer, with: "[employeur]", options: .caseInsensitive)
    }
    return PhraseProposal.Example(offer: offer.offer.identifier, sentence: sentence)
  }

  private static func text(_ field: Mention.Field, _ offer: LearningOffer) -> String {
    field == .title ? offer.offer.title : offer.offer.description
  }
}
