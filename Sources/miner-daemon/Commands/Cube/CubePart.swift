import SkillMiner
import Taxonomy

/// One file of a cube: a head that says of which cube, facts, and an end that says how many and with what digest.
struct CubePart {
  let file: String
  let number: Int
  let manifest: [String: Any]

  /// Hands over the facts and returns how many there were.
  ///
  /// - Throws: `ReadingError`; facts handed over before are not to be kept.
  func forEachFact(_ body: (OfferFact) throws -> Void) throws -> Int {
    var count = 0
    var end: [String: Any]?
    var digest = SHA256()
    var isHeadRead = false
    try InputArchive.forEachMember(of: file) { member in
      let lines = LineReader(member)
      while let line = try lines.next() {
        guard case .text(let number, let bytes) = line else { throw notAFact(count + 1) }
        guard isHeadRead else {
          try checkHead(bytes)
          isHeadRead = true
          continue
        }
        guard end == nil else { throw damaged }
        if bytes.starts(with: Array("{\"end\":".utf8)) {
          end = CubeFolder.object(bytes)
          continue
        }
        guard let fact = FactParser.fact(bytes) else { throw notAFact(number) }
        digest.update(bytes)
        digest.update([0x0A])
        try body(fact)
        count += 1
      }
    }
    guard let end, end["end"] as? Int == number, end["facts"] as? Int == count else {
      throw CubeFolder.failure(
        file, "CUBE-008", "le fichier s’arrête avant sa fin.", "Copiez de nouveau ce fichier.")
    }
    guard end["sha256"] as? String == digest.finish() else { throw damaged }
    return count
  }

  private func checkHead(_ bytes: [UInt8]) throws {
    guard let head = CubeFolder.object(bytes), head["format"] as? String == CubeText.format else {
      throw CubeFolder.failure(
        file, "CUBE-009", "ce n’est pas une partie d’un cube.", "Copiez de nouveau ce fichier.")
    }
    let isOfCube =
      CubeFolder.identity(head) == CubeFolder.identity(manifest) && head["part"] as? Int == number
      && head["parts"] as? Int == manifest["parts"] as? Int
      && head["version"] as? Int == manifest["version"] as? Int
    guard isOfCube else {
      throw CubeFolder.failure(
        file, "CUBE-007", "cette partie n’est pas de ce cube, ou pas à sa place.", "Copiez le dossier entier."
      )
    }
  }

  private var damaged: ReadingError {
    CubeFolder.failure(
      file, "CUBE-009", "le contenu ne correspond pas à son empreinte\u{A0}: le fichier est abîmé.",
      "Copiez de nouveau ce fichier.")
  }

  private func notAFact(_ line: Int) -> ReadingError {
    ReadingError(
      Finding(
        severity: .failure, code: "CUBE-010", file: file, line: line,
        message: "cette ligne n’est pas une offre du cube.",
        advice: "Copiez de nouveau ce fichier, ou relancez le calcul du cube. Rien n’a été chargé."))
  }
}
