/// The spans that clauses proposed, by all that they follow from: the tokens of the clause, how it opens, and the domain
/// that guards of forms ask for. One thread's.
final class ProposalMemo {
  /// A longer clause is read anew each time: it will hardly come again.
  private static let longest = 128
  private static let header = 2
  private let memo = NumberMemo(numbers: 1 << 22, slots: 1 << 16)
  private let key = UnsafeMutablePointer<Int32>.allocate(capacity: header + 3 * longest)
  private let state: UnsafeMutablePointer<State>

  private struct State {
    var keyLength = 0
    var hash: UInt32 = 0
    var value: [Int32] = []
  }

  /// Numbers a span is kept in.
  private static let width = 4

  init() {
    state = .allocate(capacity: 1)
    state.initialize(to: State())
  }

  deinit {
    key.deallocate()
    state.deinitialize(count: 1)
    state.deallocate()
  }

  /// Appends the spans of a clause; `false` when it is not known, and `keep` may be called next.
  func recall(
    _ tokens: UnsafeBufferPointer<Token>, _ clause: Clause, _ domain: Int32, into spans: inout [ProposedSpan]
  ) -> Bool {
    state.pointee.keyLength = 0
    guard clause.range.count <= Self.longest else { return false }
    key[0] = domain
    key[1] =
      (clause.opensBullet ? 1 : 0) | (clause.inBullet ? 2 : 0) | Int32(clause.before.rawValue) << 2
    var at = Self.header
    for index in clause.range {
      let token = tokens[index]
      key[at] = token.form
      key[at + 1] = token.key
      key[at + 2] = Int32(token.kind.rawValue) | Int32(token.flags.rawValue) << 8
      at += 3
    }
    let whole = UnsafeBufferPointer(start: key, count: at)
    let hash = NumberMemo.hash(whole)
    state.pointee.keyLength = at
    state.pointee.hash = hash
    guard let known = memo.find(whole, hash) else { return false }
    let first = clause.range.lowerBound
    for start in stride(from: 0, to: known.count, by: Self.width) {
      let range = known[start]
      let facts = known[start + 1]
      spans.append(
        ProposedSpan(
          tokens: first + Int(range & 0xFF)..<first + Int(range >> 8 & 0xFF),
          positions: Int(range >> 16 & 0x7F)..<Int(range >> 24 & 0x7F), form: known[start + 2],
          formTraits: FormTraits(rawValue: UInt8(truncatingIfNeeded: facts)),
          traits: ProposedSpan.Traits(rawValue: UInt8(truncatingIfNeeded: facts >> 8)),
          own: Float(bitPattern: UInt32(bitPattern: known[start + 3]))))
    }
    return true
  }

  /// Keeps the spans of the clause that `recall` did not know.
  func keep(_ spans: [ProposedSpan], _ clause: Clause) {
    guard state.pointee.keyLength > 0 else { return }
    let first = clause.range.lowerBound
    state.pointee.value.removeAll(keepingCapacity: true)
    for span in spans {
      state.pointee.value.append(
        Int32(span.tokens.lowerBound - first) | Int32(span.tokens.upperBound - first) << 8
          | Int32(span.positions.lowerBound) << 16 | Int32(span.positions.upperBound) << 24)
      state.pointee.value.append(Int32(span.formTraits.rawValue) | Int32(span.traits.rawValue) << 8)
      state.pointee.value.append(span.form)
      state.pointee.value.append(Int32(bitPattern: span.own.bitPattern))
    }
    state.pointee.value.withUnsafeBufferPointer {
      memo.add(UnsafeBufferPointer(start: key, count: state.pointee.keyLength), state.pointee.hash, $0)
    }
  }
}
