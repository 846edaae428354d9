import Foundation
import TestSupport

/// Seeded random draws.
struct Draws {
  private var generator: SeededGenerator

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
    // Neighbouring seeds begin with neighbouring states.
    for _ in 0..<4 { _ = generator.next() }
  }

  /// Uniform in [0, 1).
  mutating func uniform() -> Double { Double(generator.next() >> 11) * 0x1p-53 }

  /// Uniform in 0..<n.
  mutating func below(_ n: Int) -> Int { Int(uniform() * Double(n)) }

  /// Standard normal (Box and Muller 1958).
  mutating func normal() -> Double {
    let u = max(uniform(), 1e-300)
    return (-2 * log(u)).squareRoot() * cos(2 * .pi * uniform())
  }

  /// exp(σ · normal), of mean 1.
  mutating func lognormal(_ sigma: Double) -> Double { exp(sigma * normal() - sigma * sigma / 2) }

  /// A place drawn with the given weights.
  mutating func choice(_ weights: [Double]) -> Int {
    var rest = uniform() * weights.reduce(0, +)
    for (index, weight) in weights.enumerated() {
      rest -= weight
      if rest < 0 { return index }
    }
    return weights.count - 1
  }
}
