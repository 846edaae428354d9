/// A page of a list: items, and where the next page starts.
struct Page {
  /// Items of a page when nothing is said, and at most.
  static let standard = 50
  static let most = 500

  let items: [JSON]
  let next: String?

  var text: String {
    JSON.object([("items", .array(items)), ("next", .string(next))]).text + "\n"
  }

  /// The page of a sorted list that begins behind a cursor.
  ///
  /// - Parameter key: what the list is sorted by; the cursor is the key of the last item of the page before.
  static func of<Item>(
    _ all: some Sequence<Item>, after cursor: String?, limit: Int, key: (Item) -> String,
    _ make: (Item) -> JSON
  ) -> Page {
    var items: [JSON] = []
    var last: String?
    for item in all {
      if let cursor, key(item) <= cursor { continue }
      if items.count == limit { return Page(items: items, next: last) }
      items.append(make(item))
      last = key(item)
    }
    return Page(items: items, next: nil)
  }
}
