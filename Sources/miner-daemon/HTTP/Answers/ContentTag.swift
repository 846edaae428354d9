import Taxonomy

/// A tag for an answer made of nothing but its bytes.
enum ContentTag {
  static func of(_ text: String) -> String { String(SHA256.digest(Array(text.utf8)).prefix(32)) }
}
