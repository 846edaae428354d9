/// Every way the bank writes one planted family, sentences ready to append.
struct FamilyWording {
  let id: String
  let kind: String
  /// False when the taxonomy holds no item of the family, so that only an overlay form can find it.
  let isLinked: Bool
  /// By line of the bank, each with its choices.
  var tasks: [[TaskPhrase]] = []
  var required: [Bytes] = []
  var wished: [Bytes] = []
  var provided: [Bytes] = []
  var negated: [Bytes] = []
  var boilerplate: [Bytes] = []
  /// The noun phrases and task infinitives themselves, for tests of variety.
  var wordings: [String] = []

  var isSoftSkill: Bool { kind == "soft-skill" }
}
