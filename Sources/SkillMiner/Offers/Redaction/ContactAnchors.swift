/// Where words begin that may be a civility, speak of contact, or of somebody's home: what the search for names and
/// addresses starts from, since most text has none.
enum ContactAnchors {
  /// UTF-8 offsets, ascending.
  static func find(in bytes: UnsafeBufferPointer<UInt8>) -> [Int] {
    var anchors: [Int] = []
    var isBehindLetter = false
    ContactWords.role.withUnsafeBufferPointer { roles in
      ContactWords.pairs.withUnsafeBufferPointer { pairs in
        // The last byte starts nothing.
        for i in 0..<max(0, bytes.count - 1) {
          let role = roles[Int(bytes[i])]
          let isStart = !isBehindLetter
          isBehindLetter = role > 0
          guard isStart, role == 1 else { continue }
          let place = pairs[ContactWords.pair(bytes[i], bytes[i + 1])]
          if place > 0, ContactWords.mayStart(bytes, i, place) { anchors.append(i) }
        }
      }
    }
    return anchors
  }
}
