import Taxonomy

/// What a grammar recognised in a field: a certificate, a licence, a language or a diploma.
struct GrammarMatch: Hashable, Sendable {
  /// Tokens it touches. Two matches may share one: *1,3,5* is a single token of three categories.
  var tokens: Range<Int>
  /// UTF-16 units of the field: the exact span.
  var units: Range<Int>
  var kind: Mention.Kind
  /// The item it names; `nil` when the release holds none.
  var code: OGRCode?
  /// Family it counts for, kept when the release does not hold the item.
  var family: String?
}

/// What one grammar read behind a trigger.
struct GrammarReading {
  /// A match before its code is looked up in the release.
  struct Item {
    var tokens: Range<Int>
    /// The exact span, when it is narrower than the tokens.
    var units: Range<Int>?
    var kind: Mention.Kind = .credential
    /// Number of an OGR code.
    var code: Int32?
    var family: String?
  }

  var items: [Item]
  /// Token where reading goes on.
  var end: Int
}
