import Foundation
import SkillMiner
import Taxonomy

/// A cube as the Spark job leaves it: `manifest/`, written last, and `facts/` in parts that each say how many facts they
/// hold and what their digest is.
struct CubeFolder {
  let path: String
  /// What the cube was made with.
  let identity: CubeIdentity
  private let parts: Int
  private let facts: Int
  private let quarantined: Int
  private let manifest: [String: Any]

  /// Reads the manifest.
  ///
  /// - Throws: `ReadingError`: no cube, an unfinished one, or one of another version of the format.
  init(path: String) throws {
    self.path = path
    let folder = path + "/manifest"
    var lines: [[UInt8]] = []
    for file in try Self.files(in: folder) ?? [] {
      try InputArchive.forEachMember(of: file) { member in
        let reader = LineReader(member)
        while case .text(_, let bytes)? = try reader.next() { lines.append(bytes) }
      }
    }
    guard let line = lines.first else {
      throw Self.failure(
        path, "CUBE-001",
        "ce dossier n’a pas de manifeste\u{A0}: ce n’est pas un cube, ou son calcul ne s’est pas terminé.",
        "Indiquez le dossier que le calcul a écrit\u{A0}; s’il a échoué, relancez-le.")
    }
    guard lines.count == 1, let object = Self.object(line), object["format"] as? String == CubeText.format,
      let version = object["version"] as? Int
    else {
      throw Self.failure(
        folder, "CUBE-002", "le manifeste n’est pas celui d’un cube.", "Relancez le calcul du cube.")
    }
    guard version == CubeText.version else {
      throw Self.failure(
        folder, "CUBE-002",
        "le cube est écrit dans la version \(version) du format, ce programme lit la \(CubeText.version).",
        "Refaites le cube avec la même version du programme.")
    }
    guard let identity = Self.identity(object), let parts = object["parts"] as? Int,
      let facts = object["facts"] as? Int, let quarantined = object["quarantined"] as? Int
    else {
      throw Self.failure(
        folder, "CUBE-002", "le manifeste est incomplet.", "Relancez le calcul du cube.")
    }
    self.identity = identity
    self.parts = parts
    self.facts = facts
    self.quarantined = quarantined
    manifest = object
  }

  /// Hands over every fact, in order.
  ///
  /// - Returns: what is worth saying about the cube.
  /// - Throws: `ReadingError` when a part is missing, damaged or of another cube; whatever `body` throws.
  func forEachFact(_ body: (OfferFact) throws -> Void) throws -> [Finding] {
    let folder = path + "/facts"
    let files = try Self.files(in: folder) ?? []
    guard files.count == parts else {
      throw Self.failure(
        folder, "CUBE-007", "\(files.count) parties sont là, le manifeste en annonce \(parts).",
        "Copiez le dossier entier.")
    }
    var count = 0
    for (number, file) in files.enumerated() {
      count += try CubePart(file: file, number: number, manifest: manifest).forEachFact(body)
    }
    guard count == facts else {
      throw Self.failure(
        folder, "CUBE-008", "\(count) offres sont là, le manifeste en annonce \(facts).",
        "Copiez le dossier entier.")
    }
    guard quarantined > 0 else { return [] }
    return [
      Finding(
        severity: .warning, code: "CUBE-012", file: path,
        message: FrenchWords.count(
          quarantined, "enregistrement a été écarté", "enregistrements ont été écartés")
          + " par le calcul du cube.",
        advice: "Les raisons sont dans le jeu «\u{A0}quarantine\u{A0}» à côté des faits.", count: quarantined)
    ]
  }

  /// A JSON object on one line.
  static func object(_ line: [UInt8]) -> [String: Any]? {
    do { return try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any] } catch { return nil }
  }

  /// What an object says a cube was made with.
  static func identity(_ object: [String: Any]) -> CubeIdentity? {
    guard let program = object["program"] as? String, let taxonomy = object["taxonomy"] as? String,
      let lexicon = object["lexicon"] as? String, let territories = object["territories"] as? String
    else { return nil }
    return CubeIdentity(program: program, taxonomy: taxonomy, lexicon: lexicon, territories: territories)
  }

  static func failure(_ file: String, _ code: String, _ message: String, _ advice: String) -> ReadingError {
    ReadingError(
      Finding(
        severity: .failure, code: code, file: file, message: message, advice: advice + " Rien n’a été chargé."
      ))
  }

  /// Parts of a folder in order; `nil` when it is not there.
  private static func files(in folder: String) throws -> [String]? {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
      return nil
    }
    return try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasPrefix("part-") }
      .sorted()
      .map { folder + "/" + $0 }
  }
}
