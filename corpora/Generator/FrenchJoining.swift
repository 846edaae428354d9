/// Contraction and elision where two French word groups meet.
enum FrenchJoining {
  /// Joins a head with its complement: *réception de* + *les colis* = *réception des colis*.
  static func join(_ head: String, _ complement: String) -> String {
    if complement.isEmpty { return head }
    if head.hasSuffix(" de") { return String(head.dropLast(2)) + of(complement, throughout: true) }
    if head.hasSuffix(" à") {
      let stem = head.dropLast()
      if complement.hasPrefix("les ") { return stem + "aux " + complement.dropFirst(4) }
      if complement.hasPrefix("le ") { return stem + "au " + complement.dropFirst(3) }
    }
    return head + " " + complement
  }

  /// The complement after *de*; `throughout` also contracts the further members of a coordination.
  static func of(_ complement: String, throughout: Bool) -> String {
    guard throughout else { return of(complement) }
    return of(complement)
      .replacing(" et les ", with: " et des ").replacing(" et le ", with: " et du ")
      .replacing(" et la ", with: " et de la ").replacing(" et l’", with: " et de l’")
  }

  /// The complement after *de*.
  static func of(_ complement: String) -> String {
    if complement.hasPrefix("les ") { return "des " + complement.dropFirst(4) }
    if complement.hasPrefix("le ") { return "du " + complement.dropFirst(3) }
    if complement.hasPrefix("des ") { return of(String(complement.dropFirst(4))) }
    if complement.hasPrefix("de ") || complement.hasPrefix("d’") { return complement }
    return (startsWithVowel(complement) ? "d’" : "de ") + complement
  }

  /// Whether a word elides the one before it. *Hacher* and its like, with an aspirated h, do not.
  static func startsWithVowel(_ text: String) -> Bool {
    guard let first = text.first else { return false }
    if "aeiouyàâéèêîôœAEIOUÀÉÈÊÎÔŒ".contains(first) { return true }
    return (first == "h" || first == "H") && !text.lowercased().hasPrefix("hach")
  }
}
