/// Character references of HTML.
enum HTMLEntities {
  /// Reads the reference that starts with the `&` at an offset.
  ///
  /// - Returns: the scalar and the offset behind the reference; `nil` when there is none.
  static func read(_ bytes: UnsafeBufferPointer<UInt8>, at ampersand: Int) -> (scalar: UInt32, end: Int)? {
    guard var result = readOnce(bytes, body: ampersand + 1) else { return nil }
    // Escaped more than once: "&amp;eacute;".
    while result.scalar == 0x26, let deeper = readOnce(bytes, body: result.end) { result = deeper }
    return result
  }

  private static func readOnce(
    _ bytes: UnsafeBufferPointer<UInt8>, body: Int
  ) -> (scalar: UInt32, end: Int)? {
    guard body < bytes.count else { return nil }
    if bytes[body] == 0x23 { return readNumber(bytes, from: body + 1) }
    var end = body
    while end < bytes.count, end - body <= longestName, isAlphanumeric(bytes[end]) { end += 1 }
    guard end > body, end < bytes.count, bytes[end] == 0x3B else { return nil }
    let name = String(decoding: bytes[body..<end], as: UTF8.self)
    return named[name].map { ($0, end + 1) }
  }

  private static func readNumber(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> (scalar: UInt32, end: Int)? {
    var i = start
    let isHexadecimal = i < bytes.count && bytes[i] | 0x20 == 0x78
    if isHexadecimal { i += 1 }
    let firstDigit = i
    var value: UInt32 = 0
    while i < bytes.count, i - firstDigit < 8, let digit = hexadecimalDigit(bytes[i]),
      isHexadecimal || digit < 10
    {
      value = min(0x110000, value * (isHexadecimal ? 16 : 10) + digit)
      i += 1
    }
    // Old pages leave the semicolon out; a number is unmistakable without it.
    guard i > firstDigit else { return nil }
    if i < bytes.count, bytes[i] == 0x3B { i += 1 }
    if (0x80...0x9F).contains(value), let character = Replacement.windows1252(value) { return (character, i) }
    return (Unicode.Scalar(value) == nil ? 0xFFFD : value, i)
  }

  private static func hexadecimalDigit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte - 0x30)
    case 0x41...0x46, 0x61...0x66: UInt32(byte | 0x20) - 0x57
    default: nil
    }
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }

  private static let longestName = 12

  /// The names of HTML 4.01 that occur in prose, and those of HTML 5 that stand for ASCII punctuation.
  private static let named: [String: UInt32] = {
    var table: [String: UInt32] = [:]
    for (offset, name) in latin1.split(separator: " ").enumerated() {
      table[String(name)] = 0xA0 + UInt32(offset)
    }
    for entry in others.split(separator: " ") {
      let parts = entry.split(separator: "=")
      table[String(parts[0])] = UInt32(parts[1], radix: 16)
    }
    return table
  }()

  /// U+00A0 to U+00FF in order.
  private static let latin1 = """
    nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr \
    deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest \
    Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml \
    ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig \
    agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml \
    eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml
    """

  private static let others = """
    amp=26 AMP=26 lt=3C LT=3C gt=3E GT=3E quot=22 QUOT=22 apos=27 \
    OElig=152 oelig=153 Scaron=160 scaron=161 Yuml=178 fnof=192 circ=2C6 tilde=2DC \
    ensp=2002 emsp=2003 thinsp=2009 zwnj=200C zwj=200D lrm=200E rlm=200F ndash=2013 mdash=2014 horbar=2015 \
    lsquo=2018 rsquo=2019 sbquo=201A ldquo=201C rdquo=201D bdquo=201E dagger=2020 Dagger=2021 bull=2022 \
    hellip=2026 permil=2030 prime=2032 Prime=2033 lsaquo=2039 rsaquo=203A oline=203E frasl=2044 euro=20AC \
    trade=2122 larr=2190 uarr=2191 rarr=2192 darr=2193 harr=2194 crarr=21B5 lArr=21D0 rArr=21D2 hArr=21D4 \
    minus=2212 lowast=2217 radic=221A infin=221E asymp=2248 ne=2260 equiv=2261 le=2264 ge=2265 sdot=22C5 \
    loz=25CA spades=2660 clubs=2663 hearts=2665 diams=2666 check=2713 star=2606 starf=2605 phone=260E \
    alpha=3B1 beta=3B2 gamma=3B3 delta=3B4 mu=3BC pi=3C0 Omega=3A9 omega=3C9 \
    Tab=9 NewLine=A excl=21 num=23 dollar=24 percnt=25 lpar=28 rpar=29 ast=2A plus=2B comma=2C period=2E \
    sol=2F colon=3A semi=3B equals=3D quest=3F commat=40 lsqb=5B bsol=5C rsqb=5D lowbar=5F lcub=7B verbar=7C \
    rcub=7D
    """
}
