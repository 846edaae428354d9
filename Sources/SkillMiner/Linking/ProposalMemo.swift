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
    /// Of the keys of the clauses that were prepared.
    var hashes: [UInt32] = []
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

  /// Takes the clauses of a field, so that what is known of one is on its way while the one before is worked on: the
  /// memory is larger than the caches.
  func prepare(_ tokens: UnsafeBufferPointer<Token>, _ clauses: [Clause], _ domain: Int32) {
    state.pointee.hashes.removeAll(keepingCapacity: true)
    for clause in clauses {
      let hash = clause.range.count <= Self.longest ? Self.hash(tokens, clause, domain) : 0
      memo.prefetchSlot(hash)
      state.pointee.hashes.append(hash)
    }
  }

  @inline(__always)
  private static func hash(
    _ tokens: UnsafeBufferPointer<Token>, _ clause: Clause, _ domain: Int32
  ) -> UInt32 {
    var hash = UInt64(UInt32(bitPattern: domain)) << 32 | UInt64(UInt32(bitPattern: opening(of: clause)))
    for index in clause.range {
      let token = tokens[index]
      let word = UInt64(UInt32(bitPattern: token.form)) | UInt64(UInt32(bitPattern: token.key)) << 32
      let traits = UInt64(UInt32(bitPattern: traits(of: token)))
      hash = (hash ^ word &* 0x9E37_79B9_7F4A_7C15 ^ traits << 17) &* 0xD6E8_FEB8_6659_FD93
      hash ^= hash >> 32
    }
    return UInt32(truncatingIfNeeded: hash)
  }

  @inline(__always)
  private static func opening(of clause: Clause) -> Int32 {
    (clause.opensBullet ? 1 : 0) | (clause.inBullet ? 2 : 0) | Int32(clause.before.rawValue) << 2
  }

  @inline(__always)
  private static func traits(of token: Token) -> Int32 {
    Int32(token.kind.rawValue) | Int32(token.flags.rawValue) << 8
  }

  /// Appends the spans of a clause; `false` when it is not known, and `keep` may be called next.
  ///
  /// - Parameter place: of the clause among those that were prepared.
  func recall(
    _ tokens: UnsafeBufferPointer<Token>, _ clause: Clause, at place: Int, _ domain: Int32,
    into spans: inout [ProposedSpan]
  ) -> Bool {
    state.pointee.keyLength = 0
    if place + 1 < state.pointee.hashes.count { memo.prefetchEntry(state.pointee.hashes[place + 1]) }
    guard clause.range.count <= Self.longest else { return false }
    key[0] = domain
    key[1] = Self.opening(of: clause)
    var at = Self.header
    for index in clause.range {
      let token = tokens[index]
      key[at] = token.form
      key[at + 1] = token.key
      key[at + 2] = Self.traits(of: token)
      at += 3
    }
    let whole = UnsafeBufferPointer(start: key, count: at)
    let hash = state.pointee.hashes[place]
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
