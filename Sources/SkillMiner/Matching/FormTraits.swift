/// What proposing asks of a form, as bits: no object is touched in the inner loop.
struct FormTraits: OptionSet, BitwiseCopyable, Sendable {
  let rawValue: UInt8
  /// A label of the taxonomy, not a form somebody wrote.
  static let label = FormTraits(rawValue: 1)
  static let softSkill = FormTraits(rawValue: 2)
  static let tool = FormTraits(rawValue: 4)
  static let knowHow = FormTraits(rawValue: 8)
  static let knowledge = FormTraits(rawValue: 16)
  /// A certificate, a language or a diploma.
  static let credential = FormTraits(rawValue: 32)
  /// Written by hand.
  static let overlay = FormTraits(rawValue: 64)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  init(_ form: SurfaceForm) {
    var traits: FormTraits =
      switch form.kind {
      case .softSkill: .softSkill
      case .tool: .tool
      case .knowHow: .knowHow
      case .knowledge: .knowledge
      case .credential, .language, .diploma: .credential
      }
    if form.origin == .label { traits.insert(.label) }
    if form.origin == .overlay { traits.insert(.overlay) }
    self = traits
  }
}
