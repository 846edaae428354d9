import SkillMiner

/// Who reads a page that is made for one reader.
struct Visitor: Sendable {
  /// Name as the log will keep it.
  let name: String
  /// What forms must bring back.
  let csrf: String
  /// Whether they bring data in.
  let contributes: Bool
  /// Whether decisions are accepted from them.
  let decides: Bool
  /// Whether they run the service.
  let administers: Bool

  init(
    name: String, csrf: String, contributes: Bool = true, decides: Bool, administers: Bool = false
  ) {
    self.name = name
    self.csrf = csrf
    self.contributes = contributes
    self.decides = decides
    self.administers = administers
  }

  /// Whether a form is theirs to send.
  func maySend(_ form: PageForm) -> Bool {
    switch form.needs {
    case .contributor: contributes
    case .reviewer: decides
    case .administrator: administers
    }
  }
}

extension Visitor {
  /// `nil` for anybody.
  init?(_ context: ServiceContext) {
    guard let identity = context.identity else { return nil }
    self.init(
      name: identity.name, csrf: context.csrf, contributes: identity.role >= .contributor,
      decides: identity.role >= .reviewer, administers: identity.role >= .administrator)
  }
}
