/// Finds which sketches of a set are worth comparing with each other, or with one from outside.
struct SketchIndex {
  /// Those searched among.
  let sketches: [OfferSketch]
  /// For each band, its value and the place of the sketch, ascending; those without words left out. Empty when nothing
  /// from outside is looked for.
  private let bands: [[UInt64]]
  /// For each band, a bit for each value of its upper half: most sketches from outside are turned away here.
  private let filters: [[UInt64]]

  /// - Parameter takesOthers: whether `forEachMatch(of:_:)` is going to be called; pairs take a sixteenth of the memory.
  init(_ sketches: [OfferSketch], takesOthers: Bool = true) {
    self.sketches = sketches
    guard takesOthers else {
      bands = []
      filters = []
      return
    }
    let isFiltered = sketches.count < 1 << 15
    var bands: [[UInt64]] = []
    var filters: [[UInt64]] = []
    for band in 0..<OfferSketch.bandCount {
      let keyed = Self.keyed(sketches) { $0.bands[band] }
      var filter = [UInt64](repeating: isFiltered ? 0 : .max, count: 1 << 14)
      if isFiltered {
        for key in keyed { filter[Int(key >> 50)] |= 1 << (key >> 44 & 63) }
      }
      bands.append(keyed)
      filters.append(filter)
    }
    self.bands = bands
    self.filters = filters
  }

  /// A value of each sketch that has words with its place behind, ascending.
  private static func keyed(_ sketches: [OfferSketch], _ value: (OfferSketch) -> UInt32) -> [UInt64] {
    var keyed: [UInt64] = []
    keyed.reserveCapacity(sketches.count)
    for (place, sketch) in sketches.enumerated() where sketch.hasWords {
      keyed.append(UInt64(value(sketch)) << 32 | UInt64(place))
    }
    keyed.sort()
    return keyed
  }

  /// Calls `body` with the places that share a value, where there are several, ascending.
  private static func forEachRun(_ keyed: [UInt64], _ body: ([Int]) throws -> Void) rethrows {
    var start = 0
    while start < keyed.count {
      var end = start + 1
      while end < keyed.count, keyed[end] >> 32 == keyed[start] >> 32 { end += 1 }
      if end - start > 1 { try body(keyed[start..<end].map { Int($0 & 0xFFFF_FFFF) }) }
      start = end
    }
  }

  /// Calls `body` with pairs of places that agree enough, the smaller first; a pair may come several times.
  ///
  /// - Parameter isSettled: pairs it is true for are left out before they are looked at.
  func forEachPair(
    unless isSettled: (Int, Int) -> Bool, _ body: (Int, Int) throws -> Void
  ) rethrows {
    // Re-posts come by the hundred; of equal sketches one stands for all in what follows.
    var isRepetition = [Bool](repeating: false, count: sketches.count)
    try Self.forEachRun(Self.keyed(sketches, \.digest)) { places in
      var different: [Int] = []
      for place in places {
        guard let first = different.first(where: { sketches[$0] == sketches[place] }) else {
          different.append(place)
          continue
        }
        if !isSettled(first, place) { try body(first, place) }
        isRepetition[place] = isSettled(first, place)
      }
    }
    for band in 0..<OfferSketch.bandCount {
      let keyed = bands.isEmpty ? Self.keyed(sketches) { $0.bands[band] } : bands[band]
      try Self.forEachRun(keyed) { places in
        let members = places.filter { !isRepetition[$0] }
        for (rank, a) in members.enumerated() {
          for b in members[(rank + 1)...] {
            guard sketches[a].agreement(sketches[b]) >= OfferSketch.agreementWorthComparing,
              !isSettled(a, b)
            else { continue }
            try body(a, b)
          }
        }
      }
    }
  }

  /// Calls `body` with the place of each sketch that agrees enough with one from outside.
  func forEachMatch(of sketch: OfferSketch, _ body: (Int) throws -> Void) rethrows {
    guard sketch.hasWords, !bands.isEmpty else { return }
    for band in 0..<OfferSketch.bandCount {
      let value = UInt64(sketch.bands[band])
      guard filters[band][Int(value >> 18)] & 1 << (value >> 12 & 63) != 0 else { continue }
      let keyed = bands[band]
      var low = 0
      var high = keyed.count
      while low < high {
        let middle = (low + high) / 2
        if keyed[middle] >> 32 < value { low = middle + 1 } else { high = middle }
      }
      while low < keyed.count, keyed[low] >> 32 == value {
        let place = Int(keyed[low] & 0xFFFF_FFFF)
        if sketches[place].agreement(sketch) >= OfferSketch.agreementWorthComparing { try body(place) }
        low += 1
      }
    }
  }
}
