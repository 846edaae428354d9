/// Fields to fill in and send to an address.
package struct PageForm: Sendable {
  /// One field.
  package struct Field: Sendable {
    /// How it is filled in.
    package enum Kind: Sendable {
      case hidden
      case line
      case text
      case number(ClosedRange<Int>)
      /// A day, as `2026-11-21`.
      case day
      /// Values with their words.
      case choice([(value: String, label: String)])
    }
    package let name: String
    package let label: String
    package let kind: Kind
    package let value: String
    package let isRequired: Bool

    init(_ name: String, _ label: String, _ kind: Kind, value: String = "", isRequired: Bool = true) {
      self.name = name
      self.label = FrenchSpacing.apply(label)
      self.kind = kind
      self.value = value
      self.isRequired = isRequired
    }
  }

  /// Fields that are about one thing, under its name.
  package struct Group: Sendable {
    package let title: String
    package let fields: [Field]

    init(_ title: String, _ fields: [Field]) {
      self.title = FrenchSpacing.apply(title)
      self.fields = fields
    }
  }

  /// Whose act it is.
  package enum Role: Sendable {
    case contributor
    case reviewer
    case administrator
  }

  /// Names the form in its page.
  package let id: String
  package let title: String
  /// Address it is sent to.
  package let action: Link
  package let fields: [Field]
  /// Further fields, group by group.
  package let groups: [Group]
  /// Who may send it.
  package let needs: Role
  /// What the button says.
  package let submit: String

  init(
    _ id: String, _ title: String, action: Link, fields: [Field], groups: [Group] = [],
    needs: Role = .reviewer, submit: String
  ) {
    self.id = id
    self.title = FrenchSpacing.apply(title)
    self.action = action
    self.fields = fields
    self.groups = groups
    self.needs = needs
    self.submit = submit
  }
}
