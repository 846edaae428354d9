/// A stretch of an offer's text that is marked in one way.
package struct MarkedStretch: Hashable, Sendable {
  package let text: String
  /// Style of the mark; empty for plain text.
  package let style: String
  /// Whether there is a mark.
  package let isMarked: Bool

  /// Cuts a field wherever a mark of people or program begins or ends.
  static func stretches(
    _ offer: AnnotatedOffer, _ field: Mention.Field, _ predictions: [PredictedMention]
  ) -> [MarkedStretch] {
    let scalars = Array(offer.text(field).unicodeScalars)
    var people = [Bool](repeating: false, count: scalars.count)
    var program = people
    var aside = people
    for mention in offer.mentions where mention.field == field {
      for index in mention.start..<mention.end {
        if mention.stance.isDemand { people[index] = true } else { aside[index] = true }
      }
    }
    for found in predictions where found.field == field && found.stance.isDemand {
      // Predictions of a file may reach beyond the text.
      for index in min(found.start, scalars.count)..<min(found.end, scalars.count) { program[index] = true }
    }
    func style(_ index: Int) -> String {
      let side = people[index] ? (program[index] ? "both" : "people") : (program[index] ? "program" : "")
      return aside[index] ? (side.isEmpty ? "aside" : side + " aside") : side
    }
    var stretches: [MarkedStretch] = []
    var start = 0
    while start < scalars.count {
      let here = style(start)
      var end = start + 1
      while end < scalars.count, style(end) == here { end += 1 }
      stretches.append(
        MarkedStretch(
          text: printable(String(String.UnicodeScalarView(scalars[start..<end]))), style: here,
          isMarked: !here.isEmpty))
      start = end
    }
    return stretches
  }

  /// Text without the characters that a page must not hold or that would turn its direction round.
  static func printable(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A, 0x09: out.append(scalar)
      case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0xFDD0...0xFDEF, 0xFFFE, 0xFFFF:
        out.append("\u{FFFD}")
      default: out.append(scalar)
      }
    }
    return String(out)
  }
}
