/// A text after cleaning, with the way back to where each part of it came from.
///
/// All offsets count Unicode scalars.
public struct CleanedText: Hashable, Sendable {
  /// The clean text.
  public let text: String
  private let map: OffsetMap

  init(text: String, map: OffsetMap) {
    self.text = text
    self.map = map
  }

  /// Whether cleaning had nothing to change, so that offsets need no translation.
  public var isUnchanged: Bool { map.isIdentity }

  /// Where a range of the clean text came from.
  ///
  /// A range that cuts through a unit which was replaced as a whole (an entity, a tag) is widened to that unit;
  /// what was dropped just before or just behind the range is left out.
  ///
  /// - Parameter range: scalar offsets into ``text``.
  /// - Returns: scalar offsets into the source.
  public func sourceRange(of range: Range<Int>) -> Range<Int> { map.sourceRange(of: range) }

  /// Where a range of the source ended up; empty when all of it was dropped.
  ///
  /// - Parameter range: scalar offsets into the source.
  /// - Returns: scalar offsets into ``text``, widened to whole replaced units.
  public func cleanRange(of range: Range<Int>) -> Range<Int> { map.cleanRange(of: range) }
}
