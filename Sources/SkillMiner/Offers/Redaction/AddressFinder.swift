/// Finds postal addresses of persons: a number and a street behind the name of a person to contact, behind words that ask
/// to write somewhere, or behind "domicile".
///
/// Where an establishment, a company or a function stands between, the address is theirs and stays: it is where the job
/// is.
struct AddressFinder {
  /// How far behind a contact word or a name an address is believed to belong to it, in bytes.
  private static let reach = 160

  /// - Parameters:
  ///   - anchors: as `ContactAnchors` finds them.
  ///   - names: ranges of names found, ascending.
  static func ranges(
    in bytes: UnsafeBufferPointer<UInt8>, anchors: [Int], names: [Range<Int>]
  ) -> [Range<Int>] {
    guard !anchors.isEmpty else { return [] }
    let finder = AddressFinder(bytes: bytes, names: names)
    var starts = names.map(\.upperBound)
    for anchor in anchors {
      guard let word = LineWord.split(bytes, anchor..<min(bytes.count, anchor + 24)).first,
        ContactWords.isContact(word.folded) || AddressWords.homes.contains(word.folded)
      else { continue }
      starts.append(word.range.upperBound)
    }
    var found: [Range<Int>] = []
    for start in starts.sorted() where start >= found.last?.upperBound ?? 0 {
      if let range = finder.address(behind: start) { found.append(range) }
    }
    return found
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private let names: [Range<Int>]

  /// The first address behind an offset, when it is a person's.
  private func address(behind start: Int) -> Range<Int>? {
    for i in start..<min(bytes.count, start + Self.reach) where ASCII.isDigit(bytes[i]) {
      guard let address = StreetAddress(bytes, at: i) else { continue }
      return address.isOfCompany || !isPersonal(start..<i) ? nil : i..<address.end
    }
    return nil
  }

  /// Whether nothing that stands between a contact word and an address says that it is an establishment's.
  private func isPersonal(_ between: Range<Int>) -> Bool {
    LineWord.split(bytes, between).allSatisfy { word in
      if AddressWords.establishments.contains(word.folded) { return false }
      guard word.isCapitalised else { return true }
      return AddressWords.neutral.contains(word.folded) || names.contains { $0.overlaps(word.range) }
    }
  }
}
