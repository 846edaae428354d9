import Foundation

extension String {
  /// The text in NFC. Most texts are already, which their bytes tell.
  var composed: String { utf8.isComposedWestern ? self : precomposedStringWithCanonicalMapping }
}

extension String.UTF8View {
  /// Whether the text has only scalars that composing leaves alone: up to U+017F, the usual punctuation and signs.
  fileprivate var isComposedWestern: Bool {
    var iterator = makeIterator()
    while let byte = iterator.next() {
      if byte < 0x80 { continue }
      if (0xC2...0xC5).contains(byte) {
        _ = iterator.next()
        continue
      }
      // Dashes, quotes, bullets and the like; U+2000 and U+2001 have another form.
      guard byte == 0xE2, let second = iterator.next(), let third = iterator.next(),
        second == 0x80 && third >= 0x82 || [0x82, 0x96, 0x97, 0x9C, 0x9E].contains(second)
      else { return false }
    }
    return true
  }
}
