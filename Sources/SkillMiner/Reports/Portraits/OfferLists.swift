/// Lists of offers in ascending order.
enum OfferLists {
  /// What two lists share. A short list is looked up in a long one, lists of one size are walked together.
  static func common(_ a: [Int32], _ b: [Int32]) -> [Int32] {
    let (short, long) = a.count <= b.count ? (a, b) : (b, a)
    guard short.count * 16 < long.count else { return walked(short, long) }
    var result: [Int32] = []
    var place = 0
    for offer in short {
      place = Self.place(after: place, in: long.count) { long[$0] < offer }
      if place == long.count { break }
      if long[place] == offer { result.append(offer) }
    }
    return result
  }

  /// The first place from another on that is not before what is looked for: strides that double from there, then halves;
  /// near neighbours cost little (Bentley and Yao 1976).
  static func place(after start: Int, in count: Int, isBefore: (Int) -> Bool) -> Int {
    var (low, high, stride) = (start, start, 1)
    while high < count, isBefore(high) {
      low = high + 1
      high += stride
      stride *= 2
    }
    high = min(high, count)
    while low < high {
      let middle = (low + high) / 2
      if isBefore(middle) { low = middle + 1 } else { high = middle }
    }
    return low
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
