/// A certification while its parts are being collected.
struct CertificationDraft {
  let code: CertificationCode
  let file: String
  let line: Int
  var title = ""
  var shortTitle: String?
  var level: Int?
  var type: String?
  var expiry: CalendarDate?
  var isActive: Bool?
  var occupations: [ROMECode] = []
  var blocks: [CompetencyBlock] = []
  var context = ""
  var prerequisites = ""
  var formacodes: [String] = []
  var nsf: [String] = []
  var certifiers: [String] = []
  var successors: [CertificationCode] = []

  var certification: Certification {
    Certification(
      code: code, title: title, shortTitle: shortTitle, level: level, type: type, expiry: expiry,
      isActive: isActive, occupations: Self.unique(occupations), blocks: blocks, context: context,
      prerequisites: prerequisites, formacodes: Self.unique(formacodes), nsf: Self.unique(nsf),
      certifiers: Self.unique(certifiers), successors: Self.unique(successors))
  }

  private static func unique<T: Hashable>(_ items: [T]) -> [T] {
    var seen = Set<T>()
    return items.filter { seen.insert($0).inserted }
  }
}
