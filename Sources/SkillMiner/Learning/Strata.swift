import Taxonomy

/// Offers by domain of the ROME, for associations that a trade alone must not explain.
struct Strata {
  /// Stratum of each offer.
  private let stratum: [Int]
  /// Offers of each stratum.
  private let sizes: [Int]
  /// Offers of each stratum that declare a family.
  private let declaring: [String: [Int]]

  /// Offers without occupation are a stratum of their own.
  init(_ offers: [LearningOffer]) {
    var numbers: [String: Int] = [:]
    var stratum: [Int] = []
    for offer in offers {
      let domain = offer.offer.occupation?.domain ?? ""
      let number = numbers[domain] ?? numbers.count
      numbers[domain] = number
      stratum.append(number)
    }
    var sizes = [Int](repeating: 0, count: numbers.count)
    var declaring: [String: [Int]] = [:]
    for (number, offer) in zip(stratum, offers) {
      sizes[number] += 1
      for item in offer.declared {
        declaring[item.family, default: [Int](repeating: 0, count: numbers.count)][number] += 1
      }
    }
    self.stratum = stratum
    self.sizes = sizes
    self.declaring = declaring
  }

  /// χ² of the offers that hold a phrase and those that declare a family.
  ///
  /// - Parameters:
  ///   - holders: offers with the phrase.
  ///   - joint: those of them that declare the family.
  func association(_ holders: [Int], _ family: String, _ joint: [Int]) -> Double {
    var first = [Int](repeating: 0, count: sizes.count)
    var both = first
    for offer in holders { first[stratum[offer]] += 1 }
    for offer in joint { both[stratum[offer]] += 1 }
    let second = declaring[family] ?? first
    var association = StratifiedAssociation()
    for number in sizes.indices {
      association.add(
        LogLikelihoodRatio(
          both: both[number], first: first[number], second: second[number], all: sizes[number]))
    }
    return association.value
  }
}
