/// One value of a `JSONTree`.
struct JSONNode {
  let tree: JSONTree
  let index: Int

  private var entry: JSONTree.Entry { tree.entries[index] }

  /// Whether it has members.
  var isObject: Bool { entry.kind == .object }

  /// A string; `nil` for anything else.
  var string: String? {
    let entry = entry
    guard entry.kind == .string || entry.kind == .escaped else { return nil }
    return tree.bytes.withUnsafeBufferPointer { bytes in
      let text = UnsafeBufferPointer(rebasing: bytes[Int(entry.start)..<Int(entry.end)])
      return entry.kind == .string ? String(decoding: text, as: UTF8.self) : JSONBytes.unescaped(text)
    }
  }

  /// Calls `body` with the bytes of a key, escapes resolved; they must not be kept.
  func withKey<T>(_ body: (UnsafeBufferPointer<UInt8>) -> T) -> T {
    let entry = entry
    guard entry.kind == .string else {
      var text = string ?? ""
      return text.withUTF8(body)
    }
    return tree.bytes.withUnsafeBufferPointer {
      body(UnsafeBufferPointer(rebasing: $0[Int(entry.start)..<Int(entry.end)]))
    }
  }

  /// A string, or a number as people would write it (`2` for `2.0`); `nil` for anything else.
  var text: String? { string ?? number }

  private var number: String? {
    let entry = entry
    guard entry.kind == .number else { return nil }
    let bytes = tree.bytes[Int(entry.start)..<Int(entry.end)]
    let text = String(decoding: bytes, as: UTF8.self)
    guard bytes.contains(where: { $0 == 0x2E || $0 | 0x20 == 0x65 }) else { return text }
    guard let value = Double(text), value.isFinite else { return text }
    return Int64(exactly: value).map { String($0) } ?? "\(value)"
  }

  /// The values of an array, in order; `nil` for anything else.
  var items: [JSONNode]? {
    let entry = entry
    guard entry.kind == .array else { return nil }
    var result: [JSONNode] = []
    var i = index + 1
    while i < Int(entry.next) {
      result.append(JSONNode(tree: tree, index: i))
      i = Int(tree.entries[i].next)
    }
    return result
  }

  /// The values of an array; a single value is an array of itself.
  var list: [JSONNode] { items ?? [self] }

  /// Calls `body` for each member of an object, in the order of the text.
  func forEachMember(_ body: (_ key: JSONNode, _ value: JSONNode) -> Void) {
    let entry = entry
    guard entry.kind == .object else { return }
    var i = index + 1
    while i + 1 < Int(entry.next) {
      body(JSONNode(tree: tree, index: i), JSONNode(tree: tree, index: i + 1))
      i = Int(tree.entries[i + 1].next)
    }
  }

  /// The value of a key of an object, the last one when it is given twice; `nil` where there is none, or it is `null`.
  subscript(_ key: String) -> JSONNode? {
    var found: JSONNode?
    forEachMember { name, value in
      if name.isKey(key) { found = value }
    }
    return found.flatMap { $0.isNull ? nil : $0 }
  }

  private var isNull: Bool { entry.kind == .literal && tree.bytes[Int(entry.start)] == 0x6E }

  private func isKey(_ key: String) -> Bool {
    let entry = entry
    if entry.kind == .escaped { return string == key }
    guard Int(entry.end - entry.start) == key.utf8.count else { return false }
    var i = Int(entry.start)
    for byte in key.utf8 {
      if tree.bytes[i] != byte { return false }
      i += 1
    }
    return true
  }
}

extension JSONNode: FeedRecord {
  func values(_ path: String) -> [String] {
    let ends = path.split(separator: "/").reduce([self]) { level, name in
      level.flatMap { $0[String(name)]?.list ?? [] }
    }
    return ends.compactMap(\.text).filter { $0.contains { !$0.isWhitespace } }
  }
}
