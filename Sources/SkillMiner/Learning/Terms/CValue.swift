import Foundation

/// How much a sequence of words is a term of its own (C-value, Frantzi, Ananiadou and Mima 2000):
/// log₂(words + 1) · (f(a) − mean f(b) over the longer candidates b that hold a). One is added to the number of words so
/// that single words have a value (Barrón-Cedeño, Sierra, Drouin and Ananiadou 2009).
public enum CValue {
  /// - Parameters:
  ///   - words: words of the sequence.
  ///   - frequency: how often it stands.
  ///   - longer: how often each longer candidate that holds it stands.
  public static func value(words: Int, frequency: Int, longer: [Int]) -> Double {
    let nested = longer.isEmpty ? 0 : Double(longer.reduce(0, +)) / Double(longer.count)
    return log2(Double(words) + 1) * (Double(frequency) - nested)
  }
}
