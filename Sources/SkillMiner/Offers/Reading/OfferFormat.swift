/// How the offers of an input are written.
public enum OfferFormat: Hashable, Sendable {
  /// One JSON object a line.
  case jsonLines
  /// JSON over any number of lines: `{"resultats": […]}` as France Travail answers, a bare array, or objects one
  /// behind the other.
  case json
  /// A table with a header.
  case csv(delimiter: UInt8)
  /// A feed of XML elements.
  case xml
  /// A web page that carries schema.org job postings.
  case html

  /// A format as people name it.
  public enum Name: String, Sendable, CaseIterable {
    case franceTravail = "france-travail"
    case json, jsonl, csv, xml, html
  }

  /// The format of a name, with what only the content tells (separator of a table, array or not).
  ///
  /// - Returns: `nil` for a table whose first line has no separator.
  static func named(_ name: Name, start: [UInt8]) -> OfferFormat? {
    switch name {
    case .jsonl: .jsonLines
    case .franceTravail: hasEnvelope(start) ? .json : detect(start) == .jsonLines ? .jsonLines : .json
    case .json: .json
    case .csv: detectTable(start.starts(with: [0xEF, 0xBB, 0xBF]) ? start.dropFirst(3) : start[...])
    case .xml: .xml
    case .html: .html
    }
  }

  /// Recognises a format by content.
  ///
  /// - Parameter start: the first bytes of the input; 64 KiB are plenty.
  /// - Returns: `nil` when the bytes are no supported format, or none at all.
  public static func detect(_ start: [UInt8]) -> OfferFormat? {
    var text = start[...]
    if text.starts(with: [0xEF, 0xBB, 0xBF]) { text = text.dropFirst(3) }
    text = text.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    switch text.first {
    case nil: return nil
    case 0x5B: return .json
    case 0x7B: return detectObject(text)
    case 0x3C: return detectMarkup(text)
    default: return detectTable(text)
    }
  }

  private static func detectObject(_ text: ArraySlice<UInt8>) -> OfferFormat {
    if hasEnvelope(Array(text)) { return .json }
    let firstLine = text.prefix { $0 != 0x0A }
    // Pretty-printed: the line ends right behind the brace or inside the object.
    let lastOfLine = firstLine.last { $0 > 0x20 }
    let isPretty = firstLine.count < text.count && (lastOfLine == 0x7B || lastOfLine == 0x2C)
    return isPretty ? .json : .jsonLines
  }

  /// Whether the offers stand in an array: a bare one, or one that a key of the outermost object holds.
  static func hasEnvelope(_ start: [UInt8]) -> Bool {
    var arrays = JSONOfferArrays(topLevelObjectsAreOffers: false)
    for byte in start where arrays.step(byte) == .opened { return true }
    return arrays.isInOfferArray
  }

  private static func detectMarkup(_ text: ArraySlice<UInt8>) -> OfferFormat {
    let head = String(decoding: text.prefix(1024), as: UTF8.self).lowercased()
    let isPage = ["<html>", "<html ", "<head>", "<head "].contains { head.contains($0) }
    return isPage || head.hasPrefix("<!doctype html") || head.hasPrefix("<script") ? .html : .xml
  }

  private static func detectTable(_ text: ArraySlice<UInt8>) -> OfferFormat? {
    let header = text.prefix { $0 != 0x0A }
    guard !header.contains(where: { $0 < 0x09 }) else { return nil }
    let counts = [UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "\t"), UInt8(ascii: "|")]
      .map { delimiter in (delimiter, header.reduce(0) { $0 + ($1 == delimiter ? 1 : 0) }) }
    // A first line without an end is a table only where separators crowd: its reader then says that they are too many.
    let isWhole = header.count < text.count || header.count < 1 << 14
    guard let best = counts.max(by: { $0.1 < $1.1 }), best.1 >= (isWhole ? 1 : 1000) else { return nil }
    return .csv(delimiter: best.0)
  }
}
