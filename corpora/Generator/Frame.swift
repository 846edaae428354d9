/// The sections of `shared.txt`: what all sectors share.
struct Frame {
  /// A soft skill with its ways of finishing *vous êtes …*; `family` is nil for the traits ROME holds no item of.
  struct SoftSkill {
    let family: String?
    let wordings: [Bytes]
  }

  private(set) var templates: [String: [String]] = [:]
  private(set) var softSkills: [SoftSkill] = []

  init(file: BankFile) throws {
    var section = ""
    for line in file.lines {
      if line.text.hasPrefix("= ") {
        section = String(line.text.dropFirst(2))
      } else if section == "soft" {
        guard let separator = line.text.firstRange(of: " :: ") else {
          throw file.error(line.number, "attendu : famille :: formulation | formulation")
        }
        let family = String(line.text[..<separator.lowerBound])
        let wordings = line.text[separator.upperBound...].split(separator: "|")
          .map { Bytes($0.split(separator: " ").joined(separator: " ").utf8) }
        softSkills.append(SoftSkill(family: family == "-" ? nil : family, wordings: wordings))
      } else if section.isEmpty {
        throw file.error(line.number, "ligne avant la première section (« = nom »)")
      } else {
        templates[section, default: []] += Choices.expand(line.text)
      }
    }
  }

  func lines(_ section: String) throws -> [FrameLine] {
    try texts(section).map(FrameLine.init)
  }

  func texts(_ section: String) throws -> [String] {
    guard let found = templates[section], !found.isEmpty else {
      throw BankError(file: "shared.txt", line: 0, problem: "section « \(section) » absente ou vide")
    }
    return found
  }
}
