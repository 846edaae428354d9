import Foundation
import TestSupport
import HTTPTypes
import SkillMiner
import Testing

@testable import miner_daemon

/// File, environment and flags, from one table.
@Suite struct SettingTests {
  @Test func laterSourcesWin() throws {
    let folder = try ScratchFolder()
    let file = try folder.write("# service\nport = 81\nrate = 5\nlog = all\n", to: "s.conf")
    var sources = SettingSources(file: file, environment: ["MINER_PORT": "82", "MINER_REQUIRE_TOKEN": "oui"])
    #expect(try sources.settings().port == 82)
    sources.flags = [(key: "port", value: "83")]
    let settings = try sources.settings()
    #expect(settings.port == 83)
    #expect(settings.rate == 5)
    #expect(settings.log == .all)
    #expect(settings.requiresToken)
    #expect(settings.allowedHosts == ["localhost", "127.0.0.1", "::1"])
  }

  @Test(arguments: [("port", "99999"), ("log", "beaucoup"), ("inconnu", "1"), ("require-token", "peut-être")])
  func refusesWhatItCannotUse(key: String, value: String) throws {
    let sources = SettingSources(flags: [(key: key, value: value)])
    #expect(throws: CommandFailure.self) { try sources.settings() }
  }

  @Test func standardValuesAreThoseTheTableSays() throws {
    // Applying the value the table calls standard changes nothing.
    let standard = ServiceSettings()
    for setting in SettingTable.all {
      var settings = ServiceSettings()
      let isPlain =
        ["host", "port", "log"].contains(setting.key) || Int(setting.standard) != nil
        || setting.standard == "non"
      guard isPlain else { continue }
      #expect(setting.apply(&settings, setting.standard), "\(setting.key)")
      // Sets are written in any order.
      let isSame = "\(settings)".sorted() == "\(standard)".sorted()
      #expect(isSame, "\(setting.key)")
    }
    #expect(Set(SettingTable.all.map(\.key)).count == SettingTable.all.count)
  }

  @Test func credentialsOthersCanReadAreRefused() throws {
    let folder = try ScratchFolder()
    let file = try folder.write("client = c\nsecret = s\n", to: "ft.conf")
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file)
    #expect(throws: CommandFailure.self) { try FranceTravailCredentials.find(file: file, environment: [:]) }
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
    #expect(try FranceTravailCredentials.find(file: file, environment: [:])?.client == "c")
    #expect(try FranceTravailCredentials.find(file: nil, environment: [:]) == nil)
  }

  @Test func timestampsAreCalendarDays() {
    #expect(Timestamp(seconds: 0).description == "1970-01-01T00:00:00Z")
    #expect(Timestamp(seconds: 951_782_400).description == "2000-02-29T00:00:00Z")
    #expect(Timestamp(seconds: 1_795_256_644).description == "2026-11-21T10:24:04Z")
    #expect(Timestamp(seconds: -1).description == "1969-12-31T23:59:59Z")
  }

  @Test func theGuideHoldsTheTable() throws {
    let guide = SharedData.packageRoot.appending(path: "docs/deploiement.md")
    let text = try String(contentsOf: guide, encoding: .utf8)
    #expect(text.contains(SettingTable.markdown))
    for code in ProblemCode.allCases {
      #expect(text.contains("| `\(code.rawValue)` | \(code.status.code) | \(code.title) |"), "\(code)")
    }
  }
}
