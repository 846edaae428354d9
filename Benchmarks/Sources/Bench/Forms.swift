import Foundation
@testable import SkillMiner
import Taxonomy

/// Forms to look for, derived at run time from public referentials; none of them is part of the project.
struct Forms {
  /// Texts in the order of their sources.
  private(set) var texts: [String] = []
  /// How many each source gave.
  private(set) var counts: [(source: String, count: Int)] = []

  /// Adds the job titles and labels of a ROME release.
  mutating func add(_ release: TaxonomyRelease, named name: String) {
    let titles = release.appellations.flatMap { TitleVariants.titles($0) }
    let labels = release.competencies.map(\.label)
    texts += titles + labels
    counts.append(("\(name), appellations", titles.count))
    counts.append(("\(name), competencies", labels.count))
  }

  /// Adds preferred and alternative labels of the French ESCO tables of an archive.
  mutating func addESCO(path: String) throws {
    for table in ["skills_fr.csv", "occupations_fr.csv"] {
      var labels: [String] = []
      try InputArchive.forEachMember(of: path) { member in
        guard member.baseName == table else { return }
        let reader = try CSVReader(member)
        let preferred = reader.header.names.firstIndex(of: "preferredLabel")
        let alternative = reader.header.names.firstIndex(of: "altLabels")
        while let record = try reader.next() {
          labels.append(record.value(preferred))
          labels += record.value(alternative).split(whereSeparator: \.isNewline).map(String.init)
        }
      }
      let given = labels.filter { !$0.isEmpty }
      texts += given
      counts.append(("ESCO, \(table)", given.count))
    }
  }
}
