/// One way of writing a task, in the heads French offers use.
struct TaskPhrase {
  /// *réceptionner les colis*
  let infinitive: Bytes
  /// *réceptionnez les colis*, to follow *vous*
  let present: Bytes
  /// *réception des colis*; the infinitive where the task has no nominal form.
  let nominal: Bytes
  /// *de réceptionner les colis*
  let ofInfinitive: Bytes

  /// Reads `infinitive / present / nominal :: complement` and returns every choice of the complement.
  static func parse(_ text: String) -> [TaskPhrase]? {
    let halves = text.split(separator: "::", maxSplits: 1).map(String.init)
    let heads = halves[0].split(separator: "/").map { $0.split(separator: " ").joined(separator: " ") }
    guard heads.count == 3 else { return nil }
    let complements = Choices.expand(halves.count == 2 ? halves[1] : "")
    return complements.map { complement in
      let infinitive = FrenchJoining.join(heads[0], complement)
      let nominal = heads[2] == "-" ? infinitive : FrenchJoining.join(heads[2], complement)
      return TaskPhrase(
        infinitive: Bytes(infinitive.utf8),
        present: Bytes(FrenchJoining.join(heads[1], complement).utf8),
        nominal: Bytes(nominal.utf8), ofInfinitive: Bytes(FrenchJoining.of(infinitive).utf8))
    }
  }
}
