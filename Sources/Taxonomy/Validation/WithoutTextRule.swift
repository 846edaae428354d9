/// A certification without block text cannot be compared with what employers ask for.
struct WithoutTextRule: CertificationRule {
  static let code = "VALID-101"

  func findings(in referential: Referential) -> [Finding] {
    let mute = referential.certifications.filter { $0.blocks.allSatisfy(\.sentences.isEmpty) }
    return finding(referential, about: mute.map(\.code.description)) {
      "\($0) certifications n’ont pas de texte de bloc : \($1)."
    } advice: {
      "Importez l’export XML de France compétences : l’export CSV n’a que les intitulés."
    }
  }
}

extension CertificationRule {
  /// The same with the advice behind the message.
  func finding(
    _ referential: Referential, about examples: [String], _ message: (Int, String) -> String,
    advice: () -> String
  ) -> [Finding] {
    finding(referential, about: examples, message, advice: advice())
  }
}
