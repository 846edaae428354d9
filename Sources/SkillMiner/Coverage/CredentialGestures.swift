public import Taxonomy

/// What teaching a certificate's gesture looks like, written by people (`taxonomy-data/overlays/credential-gestures.csv`).
///
/// Columns: `family`, `gestures` (wordings separated by `|`; the content words of one wording must stand together in
/// a sentence), `codes` (OGR codes separated by spaces), `reason`.
public struct CredentialGestures: Sendable {
  /// One family's gestures.
  public struct Gesture: Hashable, Sendable {
    /// Folded content words of each wording.
    public let terms: [[String]]
    /// Items that are the gesture.
    public let codes: Set<OGRCode>
    /// French: why the gesture is not the certificate.
    public let reason: String
  }

  private let gestures: [String: Gesture]

  /// No gesture known: a certificate is then covered or missing, and partial only where the extractor finds it.
  public static let none = CredentialGestures(gestures: [:])

  init(gestures: [String: Gesture]) { self.gestures = gestures }

  /// The gestures of a family, when some were written.
  public func gesture(of family: String) -> Gesture? { gestures[family] }

  /// The families that have gestures, ascending.
  public var families: [String] { gestures.keys.sorted() }

  /// Builds the table from records; a record that cannot be used is reported and left out.
  ///
  /// - Parameters:
  ///   - records: line number and fields in the order of the columns, header left out.
  ///   - file: name used in findings.
  public static func read(
    records: [(line: Int, fields: [String])], file: String
  ) -> (gestures: CredentialGestures, findings: [Finding]) {
    var gestures: [String: Gesture] = [:]
    var findings: [Finding] = []
    for (line, fields) in records {
      func report(_ code: String, _ message: String, _ advice: String) {
        findings.append(
          Finding(severity: .record, code: code, file: file, line: line, message: message, advice: advice))
      }
      guard fields.count == 4, !fields[0].isEmpty else {
        report(
          "GESTE-001", "quatre champs attendus, \(fields.count) lus.",
          "Écrire family,gestures,codes,reason\u{A0}; mettre entre guillemets un champ qui contient une virgule."
        )
        continue
      }
      let terms = fields[1].split(separator: "|").map { PlainWords($0).content }.filter { !$0.isEmpty }
      var codes = Set<OGRCode>()
      for text in fields[2].split(separator: " ") {
        if let code = OGRCode(text) {
          codes.insert(code)
        } else {
          report(
            "GESTE-002", "«\u{A0}\(text)\u{A0}» n’est pas un code OGR.",
            "Écrire le nombre seul, comme 484039.")
        }
      }
      guard gestures[fields[0]] == nil else {
        report("GESTE-003", "la famille \(fields[0]) figure deux fois.", "Réunir ses gestes sur une ligne.")
        continue
      }
      gestures[fields[0]] = Gesture(terms: terms, codes: codes, reason: fields[3])
    }
    return (CredentialGestures(gestures: gestures), findings)
  }
}
