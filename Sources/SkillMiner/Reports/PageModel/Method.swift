/// How a measure is made, in words that a buyer of training can check.
package struct Method: Hashable, Sendable {
  package let id: String
  package let title: String
  package let text: String

  init(_ id: String, _ title: String, _ text: String) {
    self.id = id
    self.title = FrenchSpacing.apply(title)
    self.text = FrenchSpacing.apply(text)
  }
}
