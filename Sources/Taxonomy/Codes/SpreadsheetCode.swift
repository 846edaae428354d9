/// Codes of digits as spreadsheets and data frames leave them: `1004` for `01004`, `41018.0` for `41018`.
public enum SpreadsheetCode {
  /// The code meant: a decimal part of zeros goes, and zeros in front come back up to a width. Anything that is no number
  /// is left as it is.
  ///
  /// - Parameter width: digits the code has in full; 0 leaves zeros in front alone.
  public static func restored(_ text: String, width: Int = 0) -> String {
    var digits = text.utf8[...]
    if let point = digits.firstIndex(of: 0x2E) ?? digits.firstIndex(of: 0x2C) {
      let decimals = digits[digits.index(after: point)...]
      guard !decimals.isEmpty, decimals.allSatisfy({ $0 == 0x30 }) else { return text }
      digits = digits[..<point]
    }
    guard !digits.isEmpty, digits.allSatisfy({ (0x30...0x39).contains($0) }),
      let plain = String(digits)
    else { return text }
    // One zero at most was dropped: `1` for a commune is a mistake, not Ambérieu-en-Bugey.
    return plain.utf8.count == width - 1 ? "0" + plain : plain
  }
}
