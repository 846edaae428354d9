/// Where words begin that may be a civility, speak of contact, or of somebody's home: what the search for names and
/// addresses starts from, since most text has none.
enum ContactAnchors {
  /// UTF-8 offsets, ascending.
  static func find(in bytes: UnsafeBufferPointer<UInt8>) -> [Int] {
    var anchors: [Int] = []
    var isBehindLetter = false
    ContactWords.role.withUnsafeBufferPointer { roles in
      for i in bytes.indices {
        let role = roles[Int(bytes[i])]
        let isStart = !isBehindLetter
        isBehindLetter = role > 0
        if isStart, role == 1, ContactWords.mayStart(bytes, i) { anchors.append(i) }
      }
    }
    return anchors
  }
}
