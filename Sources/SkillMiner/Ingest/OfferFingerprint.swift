import Taxonomy

/// What makes two texts of an offer the same: title and description after cleaning.
enum OfferFingerprint {
  static func of(_ offer: JobOffer) -> [UInt8] {
    var hash = SHA256()
    hash.update(offer.title)
    // No clean text holds a NUL: the border between the fields is part of what is hashed.
    hash.update([0])
    hash.update(offer.description)
    let hexadecimal = Array(hash.finish().utf8)
    return stride(from: 0, to: hexadecimal.count, by: 2).map {
      value(hexadecimal[$0]) << 4 | value(hexadecimal[$0 + 1])
    }
  }

  private static func value(_ digit: UInt8) -> UInt8 { digit < 0x3A ? digit - 0x30 : digit - 0x57 }
}
