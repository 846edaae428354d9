import Taxonomy

/// Dates as feeds write them.
enum FeedDate {
  /// Reads `2024-02-22…`, `22/02/2024…`, `22-02-2024…`, `20240222`; `nil` for anything else.
  static func read(_ text: String) -> CalendarDate? {
    if let date = CalendarDate(text) { return date }
    let head = Array(text.utf8.prefix(10))
    if head.count == 10, head[2] == 0x2D, head[5] == 0x2D {
      return CalendarDate(text.prefix(10).replacing("-", with: "/"))
    }
    if text.utf8.count == 8, head.allSatisfy({ (0x30...0x39).contains($0) }) {
      return CalendarDate("\(text.prefix(4))-\(text.dropFirst(4).prefix(2))-\(text.suffix(2))")
    }
    return nil
  }
}
