import Foundation
import SkillMiner
import Taxonomy

/// The planted truth of the demonstration corpus (`corpora/verite-demo.json`), as far as gaps go.
struct DemoTruth {
  let gaps: [GapScore.Gap]
  /// Demanded too little to be called a gap, too much to be called none; and families no item links.
  let undecided: [GapScore.Gap]
  /// Families planted anywhere, as a gap or as covered.
  let families: Set<String>

  /// - Throws: `CommandFailure` when the file is absent or is not a truth.
  init(path: String) throws {
    do {
      let decoder = JSONDecoder()
      decoder.keyDecodingStrategy = .convertFromSnakeCase
      let document = try decoder.decode(Document.self, from: Data(contentsOf: URL(filePath: path)))
      gaps = document.gaps.compactMap(\.gap)
      families = Set((document.gaps + (document.covered ?? [])).map(\.family))
      undecided = ((document.borderline ?? []) + (document.gapsWithoutItem ?? [])).compactMap(\.gap)
    } catch let error as DecodingError {
      throw CommandFailure(
        "\(path)\u{A0}: ce n’est pas une vérité de démonstration (\(error)). "
          + "Reprenez le fichier du projet ou régénérez-le avec corpus-generator.")
    } catch {
      throw CommandFailure(
        "\(path)\u{A0}: fichier illisible. Lancez la commande à la racine du projet, ou donnez --corpora.")
    }
  }

  private struct Document: Decodable {
    let gaps: [Entry]
    let borderline: [Entry]?
    let gapsWithoutItem: [Entry]?
    let covered: [Entry]?
  }

  private struct Entry: Decodable {
    let certification: String
    let family: String

    var gap: GapScore.Gap? {
      CertificationCode(certification).map { GapScore.Gap(certification: $0, family: family) }
    }
  }
}
