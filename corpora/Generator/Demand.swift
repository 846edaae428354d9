/// One planted demand: how often offers of some occupations ask for a family, month by month.
struct Demand {
  enum Shape: String { case stable, growing, declining, emerging, vanishing }

  let family: String
  let occupations: [String]
  let from: Double
  let to: Double
  let shape: Shape
  /// Shares of offers that offer the training, say that it is not needed, or carry a look-alike company sentence.
  let provided: Double
  let negated: Double
  let boilerplate: Double

  /// Where an emerging family starts and a vanishing one has gone, as a fraction of the window.
  static let emergence = 0.36
  static let disappearance = 0.64

  /// The share of offers at a moment of the window, from 0 to 1.
  func share(at moment: Double) -> Double {
    switch shape {
    case .stable: from
    case .growing, .declining: from + (to - from) * moment
    case .emerging:
      moment < Self.emergence ? 0 : to * (moment - Self.emergence) / (1 - Self.emergence)
    case .vanishing:
      moment > Self.disappearance ? 0 : from * (1 - moment / Self.disappearance)
    }
  }

  static func read(_ file: BankFile) throws -> [Demand] {
    try file.records().map { record in
      func number(_ name: String) throws -> Double {
        guard let value = record.fields[name].flatMap(Double.init), (0...1).contains(value) else {
          throw file.error(record.number, "« \(name) » doit être un nombre entre 0 et 1")
        }
        return value
      }
      guard let shape = record.fields["shape"].flatMap(Shape.init(rawValue:)) else {
        throw file.error(
          record.number, "forme inconnue ; attendu : stable, growing, declining, emerging, vanishing")
      }
      return Demand(
        family: record.fields["family", default: ""],
        occupations: record.fields["occupations", default: ""].split(separator: " ").map(String.init),
        from: try number("from"), to: try number("to"), shape: shape, provided: try number("provided"),
        negated: try number("negated"), boilerplate: try number("boilerplate"))
    }
  }
}
