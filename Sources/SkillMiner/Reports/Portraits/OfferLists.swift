/// Lists of offers in ascending order.
enum OfferLists {
  /// What two lists share. A short list is looked up in a long one, lists of one size are walked together.
  static func common(_ a: [Int32], _ b: [Int32]) -> [Int32] {
    let (short, long) = a.count <= b.count ? (a, b) : (b, a)
    var result: [Int32] = []
    var place = 0
    guard short.count * 16 < long.count else {
      for offer in short {
        while place < long.count, long[place] < offer { place += 1 }
        if place == long.count { break }
        if long[place] == offer { result.append(offer) }
      }
      return result
    }
    for offer in short {
      // Strides that double from the last place, then halves: near neighbours cost little (Bentley and Yao 1976).
      var (low, high, stride) = (place, place, 1)
      while high < long.count, long[high] < offer {
        low = high + 1
        high += stride
        stride *= 2
      }
      high = min(high, long.count)
      while low < high {
        let middle = (low + high) / 2
        if long[middle] < offer { low = middle + 1 } else { high = middle }
      }
      place = low
      if place == long.count { break }
      if long[place] == offer { result.append(offer) }
    }
    return result
  }
}
