/// Tells whether a text is French, by the share of its words that are function words of each language.
///
/// Texts of several languages count as French when a fair part of them is: half an advertisement can be read.
enum LanguageCheck {
  /// Words of a text that are looked at.
  private static let sample = 400
  /// Fewer words say nothing.
  private static let least = 25

  /// The other language a text is written in; `nil` when it is French or too short to tell.
  static func otherLanguage(_ text: String) -> String? {
    var counts = [Int](repeating: 0, count: languages.count)
    var words = 0
    for word in text.lowercased().split(whereSeparator: { !$0.isLetter }) {
      words += 1
      if let places = index[String(word)] { for place in places { counts[place] += 1 } }
      if words == sample { break }
    }
    guard words >= least else { return nil }
    let french = counts[0]
    guard let best = counts.indices.dropFirst().max(by: { counts[$0] < counts[$1] }) else { return nil }
    // French runs at 25 to 40 % here; an English text with French place names stays below 5 %.
    guard counts[best] * 100 >= words * 12, french * 100 < words * 10, counts[best] > 2 * french else {
      return nil
    }
    return languages[best].name
  }

  private static let languages: [(name: String, words: String)] = [
    (
      "français",
      "le la les un une des du de et ou à au aux en dans sur pour par avec sans vous nous votre vos notre nos est sont être avoir qui que ce cette ces il elle se sa son ses plus l d s n qu"
    ),
    (
      "anglais",
      "the of and to in a for with you your our we is are be will on as at an or this that have from by their they it who"
    ),
    (
      "allemand",
      "der die das und in zu den mit von für auf ist im dem ein eine einer als auch sich sie wir ihre ihr bei oder nach an sind werden"
    ),
    (
      "espagnol",
      "el la los las de y en un una para con por que del al se su sus nuestro como más es son o tu te"
    ),
    (
      "italien",
      "il lo la i gli le di e in un una per con che del della dei delle al alla si è sono o come più nel"
    ),
    (
      "néerlandais",
      "de het een en van in je voor met op te aan is dat bij als wij onze jij zijn of om ook naar wat"
    ),
    (
      "portugais", "o a os as de e em um uma para com por que do da dos das no na se é são ou ao mais seu sua"
    ),
  ]

  private static let index: [String: [Int]] = {
    var index: [String: [Int]] = [:]
    for (place, language) in languages.enumerated() {
      for word in language.words.split(separator: " ") { index[String(word), default: []].append(place) }
    }
    return index
  }()
}
