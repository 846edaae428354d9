/// The months an archive covers, ending with a given one, and the calendar of their days.
struct MonthWindow {
  let count: Int
  /// Months since year 0 of the first month.
  private let first: Int

  /// A window of `count` months whose last month is `month` of `year`.
  init(count: Int, endingYear year: Int, month: Int) {
    self.count = count
    first = year * 12 + month - count
  }

  /// Where a month stands in the window, from 0 to 1.
  func moment(_ index: Int) -> Double { count > 1 ? Double(index) / Double(count - 1) : 0 }

  func yearAndMonth(_ index: Int) -> (year: Int, month: Int) {
    let absolute = first + index
    return (absolute / 12, absolute % 12 + 1)
  }

  func days(in index: Int) -> Int {
    let (year, month) = yearAndMonth(index)
    switch month {
    case 4, 6, 9, 11: return 30
    case 2:
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      return isLeap ? 29 : 28
    default: return 31
    }
  }

  /// The month as `2026-09`.
  func label(_ index: Int) -> String {
    let (year, month) = yearAndMonth(index)
    return "\(year)-\(month < 10 ? "0" : "")\(month)"
  }
}
