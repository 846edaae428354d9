import Foundation
import Synchronization
import Testing

@testable import miner_daemon

/// The connector against the documented API and its faults.
@Suite struct FranceTravailTests {
  private static let departments = ["13", "67", "69"]
  private static let start = 1_780_000_000

  /// Offers spread over a period; many of them in one second.
  private static func offers(_ count: Int, seconds: Int, atOnce: Int = 0) -> [FakeFranceTravail.Offer] {
    (0..<count).map { number in
      FakeFranceTravail.Offer(
        id: "\(number)", created: start + (number < atOnce ? seconds / 2 : number * seconds / count),
        department: departments[number % departments.count])
    }
  }

  private struct Outcome: Sendable {
    let ids: [String]
    let overfull: Int
    let pauses: [Double]
  }

  /// Fetches everything from a fake on a thread of its own, as a job does.
  private func harvest(
    _ fake: FakeFranceTravail, seconds: Int, secret: String = "s&cret"
  ) async throws -> Outcome {
    try await fake.serve { addresses in
      try await withCheckedThrowingContinuation { (done: CheckedContinuation<Outcome, any Error>) in
        Thread.detachNewThread {
          done.resume(
            with: Result {
              var pauses: [Double] = []
              var ids: [String] = []
              let client = FranceTravailClient(
                credentials: FranceTravailCredentials(client: "client", secret: secret),
                addresses: addresses, seed: 7
              ) { pauses.append($0) }
              let result = try FranceTravailHarvest(
                client: client, departments: Self.departments,
                write: { line in
                  let object = try JSONSerialization.jsonObject(with: line) as? [String: Any]
                  ids.append(object?["id"] as? String ?? "?")
                }, progress: { _ in }
              ).run(
                from: Timestamp(seconds: Self.start), until: Timestamp(seconds: Self.start + seconds))
              #expect(result.offers == ids.count)
              return Outcome(ids: ids, overfull: result.overfull.count, pauses: pauses)
            })
        }
      }
    }
  }

  @Test(arguments: [0, 1, 149, 150, 151, 3149, 3150])
  func fetchesWhatFitsIntoOneQuestion(count: Int) async throws {
    let fake = FakeFranceTravail(offers: Self.offers(count, seconds: 86400))
    let outcome = try await harvest(fake, seconds: 86400)
    #expect(Set(outcome.ids).count == count)
    #expect(outcome.ids.count == count)
    #expect(fake.refused == 0)
    #expect(fake.tokens == 1)
  }

  @Test func cutsPeriodsThatHoldTooMuch() async throws {
    let fake = FakeFranceTravail(offers: Self.offers(10_000, seconds: 7 * 86400))
    let outcome = try await harvest(fake, seconds: 7 * 86400)
    #expect(Set(outcome.ids).count == 10_000)
    #expect(outcome.ids.count == 10_000)
    #expect(outcome.overfull == 0)
    #expect(fake.refused == 0)
  }

  @Test func cutsByDepartmentWhatNoPeriodSeparates() async throws {
    let offers = Self.offers(6000, seconds: 86400, atOnce: 6000)
    let fake = FakeFranceTravail(offers: offers)
    let outcome = try await harvest(fake, seconds: 86400)
    #expect(Set(outcome.ids).count == 6000)
    #expect(outcome.overfull == 0)
  }

  @Test func saysWhatItCouldNotFetch() async throws {
    // More in one second and département than the API gives.
    let offers = (0..<4000).map {
      FakeFranceTravail.Offer(id: "\($0)", created: Self.start + 10, department: "67")
    }
    let outcome = try await harvest(FakeFranceTravail(offers: offers), seconds: 3600)
    #expect(outcome.ids.count == FranceTravailSlice.most)
    #expect(outcome.overfull == 1)
  }

  @Test func isPatient() async throws {
    let fake = FakeFranceTravail(
      offers: Self.offers(500, seconds: 86400),
      faults: [1: .failure, 2: .tooMany(retryAfter: 7), 3: .tooMany(retryAfter: nil), 6: .ended])
    let outcome = try await harvest(fake, seconds: 86400)
    #expect(Set(outcome.ids).count == 500)
    #expect(outcome.pauses.count == 3)
    #expect(outcome.pauses[1] == 7)
    #expect(outcome.pauses[0] >= 0.5 && outcome.pauses[0] <= 1)
    #expect(fake.tokens == 2)
  }

  @Test func givesUpInTheEnd() async throws {
    let fake = FakeFranceTravail(
      offers: [], faults: Dictionary(uniqueKeysWithValues: (1...100).map { ($0, .failure) }))
    await #expect(throws: JobFailure.self) { try await harvest(fake, seconds: 3600) }
    #expect(fake.calls == FranceTravailClient.attempts)
  }

  @Test func doesNotFollowAnswersElsewhereNorTakeHalves() async throws {
    for fault in [FakeFranceTravail.Fault.elsewhere, .cut] {
      let fake = FakeFranceTravail(offers: Self.offers(5, seconds: 60), faults: [1: fault])
      await #expect(throws: JobFailure.self) { try await harvest(fake, seconds: 3600) }
      #expect(fake.calls == 1)
    }
  }

  @Test func saysThatCredentialsAreRefused() async throws {
    let fake = FakeFranceTravail(offers: [])
    await #expect {
      try await harvest(fake, seconds: 60, secret: "faux")
    } throws: { "\($0)".contains("identifiants") }
    #expect(fake.calls == 0)
  }
}
