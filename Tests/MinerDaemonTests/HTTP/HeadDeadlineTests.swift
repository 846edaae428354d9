import HTTPTypes
import NIOCore
import NIOEmbedded
import NIOHTTPTypes
import Testing

@testable import miner_daemon

/// How long a connection may wait for a request, and an answer may last.
@Suite struct HeadDeadlineTests {
  private let loop = EmbeddedEventLoop()
  private let request = HTTPRequestPart.head(
    HTTPRequest(method: .get, scheme: "http", authority: "localhost", path: "/"))

  private func channel() throws -> EmbeddedChannel {
    let channel = EmbeddedChannel(handler: HeadDeadline(limit: .seconds(60)), loop: loop)
    try channel.connect(to: SocketAddress(unixDomainSocketPath: "essai")).wait()
    return channel
  }

  @Test func aConnectionWithoutRequestIsClosed() throws {
    let channel = try channel()
    loop.advanceTime(by: .seconds(59))
    #expect(channel.isActive)
    loop.advanceTime(by: .seconds(1))
    #expect(!channel.isActive)
  }

  @Test func aLongAnswerIsNotCut() throws {
    let channel = try channel()
    loop.advanceTime(by: .seconds(50))
    try channel.writeInbound(request)
    try channel.writeInbound(HTTPRequestPart.end(nil))
    try channel.writeOutbound(HTTPResponsePart.head(HTTPResponse(status: .ok)))
    loop.advanceTime(by: .seconds(3600))
    #expect(channel.isActive)
    // Once it has ended, the next request is waited for as the first was.
    try channel.writeOutbound(HTTPResponsePart.end(nil))
    loop.advanceTime(by: .seconds(59))
    #expect(channel.isActive)
    loop.advanceTime(by: .seconds(1))
    #expect(!channel.isActive)
  }

  @Test func theAnswerToAnEarlierRequestEndsNoLaterOne() throws {
    let channel = try channel()
    for _ in 0..<2 {
      try channel.writeInbound(request)
      try channel.writeInbound(HTTPRequestPart.end(nil))
    }
    try channel.writeOutbound(HTTPResponsePart.end(nil))
    loop.advanceTime(by: .seconds(3600))
    #expect(channel.isActive)
    try channel.writeOutbound(HTTPResponsePart.end(nil))
    loop.advanceTime(by: .seconds(60))
    #expect(!channel.isActive)
  }
}
