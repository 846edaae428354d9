/// A mistake in a file of the phrase bank, with the place and what to do.
struct BankError: Error, CustomStringConvertible {
  let file: String
  let line: Int
  let problem: String

  var description: String {
    line > 0 ? "\(file), ligne \(line) : \(problem)" : "\(file) : \(problem)"
  }
}
