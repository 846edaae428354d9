extension Block {
  /// What is said where no sentence can be quoted.
  package static let noSentence =
    "Aucune phrase à citer\u{A0}: ces offres sont comptées sans leur texte (purge, cube importé), ou le secret statistique s’applique."

  /// Sentences of offers; where there are none, why.
  package static func evidence(_ quotes: [PageQuote]) -> Block {
    quotes.isEmpty ? .text(PageText(verbatim: noSentence)) : .quotes(quotes)
  }
}
