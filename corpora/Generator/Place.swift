/// A real commune an offer may stand in.
struct Place {
  let commune: Bytes
  let postcode: Bytes
  let name: Bytes
  /// As feeds write it: *51 - REIMS*.
  let label: Bytes
  let weight: Int

  static func read(_ file: BankFile) throws -> [Place] {
    try file.records().map { record in
      guard let weight = record.fields["weight"].flatMap({ Int($0) }), weight > 0 else {
        throw file.error(record.number, "poids attendu : un entier positif")
      }
      let name = record.fields["name", default: ""]
      let label = record.fields["departement", default: ""] + " - " + name.uppercased()
      return Place(
        commune: Bytes(record.fields["commune", default: ""].utf8),
        postcode: Bytes(record.fields["postcode", default: ""].utf8), name: Bytes(name.utf8),
        label: Bytes(label.utf8), weight: weight)
    }
  }
}
