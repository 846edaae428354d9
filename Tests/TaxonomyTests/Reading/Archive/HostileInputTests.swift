import Foundation
import Taxonomy
import Testing

@Suite struct HostileInputTests {
  @Test func aBombIsRefusedBeforeItGoesOff() throws {
    try Fixtures.withFolder { folder in
      let bomb = folder.appending(path: "offres.csv.gz")
      let shell = Process()
      shell.executableURL = URL(filePath: "/bin/sh")
      shell.arguments = ["-c", "head -c 400000000 /dev/zero | gzip -9 > '\(bomb.path)'"]
      try shell.run()
      shell.waitUntilExit()
      var delivered = 0
      let error = #expect(throws: ReadingError.self) {
        try InputArchive.forEachMember(of: bomb.path) { member in
          var part: [UInt8] = []
          while try member.append(upTo: 1 << 20, to: &part) > 0 {
            delivered += part.count
            part.removeAll(keepingCapacity: true)
          }
        }
      }
      #expect(error?.finding.code == "ENTREE-006")
      #expect(delivered < 200_000_000)
    }
  }

  @Test(arguments: ["\n", "\r\n"]) func aTableOfAMillionColumnsIsRefused(_ end: String) throws {
    let header = (0..<1_000_000).map(String.init).joined(separator: ",") + end + "1,2" + end
    let error = #expect(throws: ReadingError.self) {
      try CSVReader(InputMember(name: "f.csv", bytes: header.bytes))
    }
    let refusal = try #require(error).finding
    #expect(refusal.code == "CSV-006" && refusal.severity == .failure)
    #expect(refusal.file == "f.csv" && refusal.line == 1)
    #expect(refusal.message.contains("1000000 colonnes") && refusal.message.contains("10000"))
    // A record of a million fields in a good table: told by its line and its count, and those around it are read.
    let wide = String(repeating: ",", count: 1_000_000) + "x"
    let reader = try CSVReader(
      InputMember(name: "f.csv", bytes: ["a,b", "1,2", wide, "3,4", ""].joined(separator: end).bytes))
    var values: [String] = []
    while let record = try reader.next() { values.append(record.value(0) + record.value(1)) }
    #expect(values == ["12", "34"])
    #expect(reader.findings.count == 1)
    let told = try #require(reader.findings.first)
    #expect(told.code == "CSV-003" && told.severity == .record && told.file == "f.csv" && told.line == 3)
    #expect(told.message.hasPrefix("1000001 champs au lieu de 2"))
  }

  @Test func aFileThatIsOneLineIsRefusedForWhatItIs() throws {
    let line = [UInt8](repeating: UInt8(ascii: ","), count: 17 << 20)
    let error = #expect(throws: ReadingError.self) {
      try CSVReader(InputMember(name: "f.csv", bytes: line), maximumRecord: 10_000)
    }
    #expect(error?.finding.code == "CSV-007" && error?.finding.severity == .failure)
  }

  @Test func overlongFieldsAreSetAside() throws {
    let long = "a,b\n\"" + String(repeating: "x", count: 200_000) + "\",1\n3,4\n"
    let reader = try CSVReader(InputMember(name: "f.csv", bytes: long.bytes), maximumRecord: 10_000)
    var values: [String] = []
    while let record = try reader.next() { values.append(record.value(1)) }
    #expect(values.last == "4")
  }
}
