/// The fingerprint of an offer's texts in the compact form the store keeps.
enum OfferFingerprint {
  /// 32 bytes.
  static func of(_ offer: JobOffer) -> [UInt8] {
    let digits = Array(TextFingerprint(offer).description.utf8)
    return stride(from: 0, to: digits.count, by: 2).map { value(digits[$0]) << 4 | value(digits[$0 + 1]) }
  }

  private static func value(_ digit: UInt8) -> UInt8 { digit < 0x3A ? digit - 0x30 : digit - 0x57 }
}
