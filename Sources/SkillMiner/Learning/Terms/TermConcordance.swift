import Foundation

/// The sentences a term stands in.
enum TermConcordance {
  /// A term as it is written at a place, one space between words.
  static func writing(_ place: TermCounter.Place, _ offer: TermOffer) -> String {
    let run = offer.runs[place.run]
    let units = Array(offer.offer.description.utf16)
    let range = run.starts[place.words.lowerBound]..<run.ends[place.words.upperBound - 1]
    let text = String(decoding: units[range], as: UTF16.self).split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    // Capitals inside a name are part of it (DevOps, SAP); a capital that opens a sentence is not.
    let letters = text.filter(\.isLetter)
    return letters.dropFirst().contains(where: \.isUppercase) ? text : text.lowercased()
  }

  /// Up to `limit` sentences, one an employer first, in the order of the offers; employers' names are masked.
  static func examples(
    _ places: [TermCounter.Place], _ offers: [TermOffer], limit: Int
  ) -> [PhraseProposal.Example] {
    var employers: Set<String> = []
    var chosen: [TermCounter.Place] = []
    var others: [TermCounter.Place] = []
    for place in places {
      let employer = offers[place.offer].offer.employer ?? "offer \(place.offer)"
      if employers.insert(employer).inserted { chosen.append(place) } else { others.append(place) }
      if chosen.count == limit { break }
    }
    return (chosen + others).prefix(limit).sorted { $0.offer < $1.offer }
      .compactMap { example($0, offers[$0.offer]) }
  }

  private static func example(_ place: TermCounter.Place, _ offer: TermOffer) -> PhraseProposal.Example? {
    let run = offer.runs[place.run]
    let units = Array(offer.offer.description.utf16)
    var scalars = ScalarOffsets()
    let start = scalars.scalar(at: run.starts[place.words.lowerBound], in: units)
    let end = scalars.scalar(at: run.ends[place.words.upperBound - 1], in: units)
    guard let cut = EvidenceSentence.cut(offer.offer.description, start: start, end: end) else { return nil }
    var sentence = cut.sentence
    if let employer = offer.offer.employer, employer.count >= 4 {
      sentence = sentence.replacingOccurrences(of: employer, with: "[employeur]", options: .caseInsensitive)
    }
    return PhraseProposal.Example(offer: offer.offer.identifier, sentence: sentence)
  }
}
