/// The names under which feeds deliver the fields of an offer, found by their bytes: an object of a feed has thirty keys, and
/// making a text of each takes longer than reading the object.
struct FieldNames: Sendable {
  private struct Name: Sendable {
    let bytes: [UInt8]
    let field: RawOffer.Field
    let rank: Int
  }

  static let shared = FieldNames()

  /// By length.
  private let names: [[Name]]

  private init() {
    var names: [[Name]] = []
    for field in RawOffer.Field.allCases {
      for (rank, text) in field.names.enumerated() {
        let name = Name(bytes: Array(text.utf8), field: field, rank: rank)
        while names.count <= name.bytes.count { names.append([]) }
        // A name that two fields claim is that of the first.
        if !names[name.bytes.count].contains(where: { $0.bytes == name.bytes }) {
          names[name.bytes.count].append(name)
        }
      }
    }
    self.names = names
  }

  /// The field a name stands for, and its place among the names of that field; `nil` for other names.
  func field(_ key: UnsafeBufferPointer<UInt8>) -> (field: RawOffer.Field, rank: Int)? {
    guard key.count < names.count, let first = key.first else { return nil }
    for name in names[key.count] where name.bytes[0] == first && key.elementsEqual(name.bytes) {
      return (name.field, name.rank)
    }
    return nil
  }
}
