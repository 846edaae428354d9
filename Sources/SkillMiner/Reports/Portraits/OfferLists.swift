/// Lists of offers in ascending order.
enum OfferLists {
  /// What two lists share. A short list is looked up in a long one, lists of one size are walked together.
  static func common(_ a: [Int32], _ b: [Int32]) -> [Int32] {
    let (short, long) = a.count <= b.count ? (a, b) : (b, a)
    guard short.count * 16 < long.count else { return walked(short, long) }
    var result: [Int32] = []
    var place = 0
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

  /// Which of two lists is ahead is what no processor foresees: both are moved by what the comparison says, without a
  /// branch.
  private static func walked(_ short: [Int32], _ long: [Int32]) -> [Int32] {
    [Int32](unsafeUninitializedCapacity: short.count) { result, count in
      short.withUnsafeBufferPointer { short in
        long.withUnsafeBufferPointer { long in
          var (a, b, found) = (0, 0, 0)
          while a < short.count, b < long.count {
            let (x, y) = (short[a], long[b])
            // Written whatever it is, and written over unless both have it; `found` is at most `a`.
            result[found] = x
            found &+= x == y ? 1 : 0
            a &+= x <= y ? 1 : 0
            b &+= y <= x ? 1 : 0
          }
          count = found
        }
      }
    }
  }
}
