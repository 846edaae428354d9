/// One advertisement with what was planted in it. Reused from offer to offer so that its buffers stay.
struct ComposedOffer {
  var occupation = 0
  var month = 0
  var place = 0
  var isFlood = false
  var employer: Bytes = []
  var isAgency = false
  var title: Bytes = []
  /// JSON-escaped.
  var description: Bytes = []
  var experience: StaticString = ""
  /// Family indexes.
  var demanded: [Int] = []
  var provided: [Int] = []
  var negated: [Int] = []
  var boilerplate: [Int] = []
  var softSkills: [Int] = []

  mutating func reset() {
    description.removeAll(keepingCapacity: true)
    title.removeAll(keepingCapacity: true)
    demanded.removeAll(keepingCapacity: true)
    provided.removeAll(keepingCapacity: true)
    negated.removeAll(keepingCapacity: true)
    boilerplate.removeAll(keepingCapacity: true)
    softSkills.removeAll(keepingCapacity: true)
    isFlood = false
    isAgency = false
    experience = ""
  }
}
