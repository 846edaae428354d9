import Foundation

/// Everything the generator writes with, read once and laid out for appending.
struct PhraseBank {
  let families: [FamilyWording]
  let occupations: [OccupationProfile]
  let frame: Frame
  let places: [Place]
  let employers: Employers
  let demands: [Demand]
  let certifications: [CertificationPlan]

  /// Reads `phrases/` of the corpora folder and checks that its parts fit together.
  init(corpora: String) throws {
    let folder = corpora + "/phrases/"
    frame = try Frame(file: BankFile(path: folder + "shared.txt"))
    let familyFile = try BankFile(path: folder + "families.txt")
    families = try FamilyReader(file: familyFile, frame: frame).read()
    let filieres = try FileManager.default.contentsOfDirectory(atPath: folder + "filieres")
      .filter { $0.hasSuffix(".txt") }.sorted()
    var occupations: [OccupationProfile] = []
    for name in filieres {
      let file = try BankFile(path: folder + "filieres/" + name)
      occupations += try OccupationReader(file: file, filiere: String(name.dropLast(4)), frame: frame).read()
    }
    self.occupations = occupations
    places = try Place.read(BankFile(path: folder + "communes.csv"))
    employers = try Employers(file: BankFile(path: folder + "employers.txt"))
    let demandFile = try BankFile(path: folder + "demand.csv")
    demands = try Demand.read(demandFile)
    certifications = try CertificationPlan.read(BankFile(path: folder + "certifications.csv"))
    try check(file: demandFile.name)
  }

  private func check(file: String) throws {
    let known = Set(families.map(\.id))
    let codes = Set(occupations.map(\.rome))
    for demand in demands {
      guard known.contains(demand.family) else {
        throw BankError(file: file, line: 0, problem: "famille sans formulation : \(demand.family)")
      }
      for occupation in demand.occupations where !codes.contains(occupation) {
        throw BankError(file: file, line: 0, problem: "métier sans profil : \(occupation)")
      }
    }
    for occupation in occupations where employers.byFiliere[occupation.filiere] == nil {
      throw BankError(
        file: "employers.txt", line: 0, problem: "aucun employeur pour la filière \(occupation.filiere)")
    }
  }
}
