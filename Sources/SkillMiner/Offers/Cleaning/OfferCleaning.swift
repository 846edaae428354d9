/// Turns what feeds deliver into plain text: tags and entities resolved, invisible characters gone, one kind of line
/// break.
///
/// - Block tags, `<br>`, CRLF, lone CR and a written-out `\r\n` become a line feed; `<li>` becomes a line that starts
///   with a bullet; other known tags, comments, scripts and styles are dropped. `<` before anything that is no HTML
///   tag stays (`< 5 ans`, `<https://…>`).
/// - Entities are resolved by name, decimal or hexadecimal, escaped once or several times. Code points 128–159 are
///   read as Windows-1252, as browsers do.
/// - NUL, other control characters, soft hyphens, zero-width and direction marks are dropped.
///
/// Takes time linear in the text. Nothing in a text makes it fail.
public enum OfferCleaning {
  /// Cleans one field. A text in which nothing has to change is returned as it is.
  public static func clean(_ raw: String) -> CleanedText {
    var raw = raw
    return raw.withUTF8 { bytes -> CleanedText? in
      guard let first = Suspects.next(in: bytes, from: 0) else { return nil }
      var pass = CleaningPass(source: bytes, firstSuspect: first)
      pass.run()
      // A lone "&" or "<" is a suspect that turned out to be innocent.
      guard !pass.map.isIdentity else { return nil }
      return CleanedText(text: String(decoding: pass.output, as: UTF8.self), map: pass.map)
    } ?? CleanedText(text: raw, map: OffsetMap())
  }
}
