/// Dense 32-bit identifiers for strings, given in order of first sight.
struct Interner: Sendable {
  private var ids: [String: Int32] = [:]
  private(set) var names: [String] = []

  var count: Int { names.count }

  /// The identifier of a string, a new one when it was never seen.
  mutating func intern(_ name: String) -> Int32 {
    if let id = ids[name] { return id }
    let id = Int32(names.count)
    ids[name] = id
    names.append(name)
    return id
  }

  /// The identifier of a string, -1 when it was never seen.
  func id(_ name: String) -> Int32 { ids[name] ?? -1 }

  subscript(id: Int32) -> String { names[Int(id)] }
}
