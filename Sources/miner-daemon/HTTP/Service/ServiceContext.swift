import Hummingbird
import NIOCore
import SkillMiner

/// What a route knows of its request beside the request itself.
struct ServiceContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  /// Who asks; `nil` for anybody.
  var identity: Identity?
  /// Which figures they may see.
  var disclosure = Disclosure.published
  /// Names the request in logs and problems.
  var requestID: String
  /// Address of the peer, without port; for limits and trust, never logged.
  let peer: String?

  init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
    requestID = ""
    peer = source.channel.remoteAddress?.ipAddress
  }

  /// What the form of a page must bring back as the field `csrf`; empty without a session.
  var csrf: String { identity?.csrf ?? "" }
}
