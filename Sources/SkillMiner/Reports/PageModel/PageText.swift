/// A line of running text: runs that are plain, strong, or linked. Literals are spaced as French typography wants;
/// what is interpolated stays as it is.
package struct PageText: Hashable, Sendable, ExpressibleByStringInterpolation {
  /// A stretch of one look.
  package struct Run: Hashable, Sendable {
    /// How it looks.
    package enum Style: String, Sendable {
      case plain
      case strong
      case soft
      case code
      case mark
    }
    package let text: String
    package let style: Style
    package let link: Link?
  }

  package private(set) var runs: [Run]

  /// Text of ours.
  package init(stringLiteral text: String) {
    runs = [Run(text: FrenchSpacing.apply(text), style: .plain, link: nil)]
  }

  /// Text from elsewhere, shown as it is.
  package init(verbatim text: String, style: Run.Style = .plain, to link: Link? = nil) {
    runs = text.isEmpty ? [] : [Run(text: text, style: style, link: link)]
  }

  package init(stringInterpolation: StringInterpolation) { runs = stringInterpolation.runs }

  /// In the place of a figure that is kept back; leads to why.
  package static let secret = PageText(verbatim: PageCell.secretWords, style: .soft, to: .secrecy)

  /// The words alone.
  package var plain: String { runs.map(\.text).joined() }

  package static func + (a: PageText, b: PageText) -> PageText {
    var sum = a
    sum.runs += b.runs
    return sum
  }

  /// Names one after the other; many of them have commas of their own.
  package static func list(_ names: [PageText]) -> PageText { joined(names, separator: "\u{A0}; ") }

  /// Texts one after the other.
  package static func joined(_ texts: [PageText], separator: String) -> PageText {
    var sum = PageText(verbatim: "")
    for (index, text) in texts.enumerated() {
      if index > 0 { sum.runs.append(Run(text: separator, style: .plain, link: nil)) }
      sum.runs += text.runs
    }
    return sum
  }

  /// Collects runs.
  package struct StringInterpolation: StringInterpolationProtocol {
    var runs: [Run] = []

    package init(literalCapacity: Int, interpolationCount: Int) {}

    package mutating func appendLiteral(_ text: String) {
      if !text.isEmpty { runs.append(Run(text: FrenchSpacing.apply(text), style: .plain, link: nil)) }
    }
    package mutating func appendInterpolation(_ text: String, to link: Link? = nil) {
      runs.append(Run(text: text, style: .plain, link: link))
    }
    /// Words that lead somewhere.
    package mutating func appendInterpolation(link text: String, to link: Link) {
      appendInterpolation(text, to: link)
    }
    package mutating func appendInterpolation(_ number: Int) {
      runs.append(Run(text: FrenchNumber.integer(number), style: .plain, link: nil))
    }
    /// `2 offres`: a number with its word.
    package mutating func appendInterpolation(_ number: Int, _ one: String, _ many: String) {
      appendInterpolation(FrenchNumber.count(number, one, many))
    }
    package mutating func appendInterpolation(strong text: String, to link: Link? = nil) {
      runs.append(Run(text: text, style: .strong, link: link))
    }
    package mutating func appendInterpolation(soft text: String) {
      runs.append(Run(text: text, style: .soft, link: nil))
    }
    package mutating func appendInterpolation(code text: String) {
      runs.append(Run(text: text, style: .code, link: nil))
    }
    package mutating func appendInterpolation(_ text: PageText) { runs += text.runs }
  }
}
