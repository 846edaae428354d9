/// From the categories of the ROME to kind and nature.
enum ROMEKinds {
  static func competency(
    _ code: OGRCode, _ label: String, nature: String, category: String, subcategory: String, macro: OGRCode?
  ) -> Competency {
    let kind: Competency.Kind =
      category.hasPrefix("Savoir-être") ? .softSkill : nature.hasPrefix("Macro") ? .macro : .knowHow
    return Competency(
      code: code, label: label, kind: kind, category: category, subcategory: subcategory, macro: macro)
  }

  static func knowledge(
    _ code: OGRCode, _ label: String, category: String, subcategory: String
  ) -> Competency {
    let nature: Competency.Nature =
      switch (category, subcategory) {
      case ("Certifications et habilitations", _): .credential
      case (_, "Logiciels, progiciels"), (_, "Langages informatiques"): .software
      case (_, "Langues"): .language
      default: .ordinary
      }
    return Competency(
      code: code, label: label, kind: .knowledge, nature: nature, category: category, subcategory: subcategory
    )
  }

  /// Releases before 4.0 have no categories: the wording tells certificates and software.
  static func knowledgeBefore4(_ code: OGRCode, _ label: String) -> Competency {
    let nature: Competency.Nature
    if label.contains("CACES") || ["Habilitation", "Permis", "Certificat"].contains(where: label.hasPrefix) {
      nature = .credential
    } else if ["Logiciel", "Progiciel"].contains(where: label.hasPrefix) {
      nature = .software
    } else {
      nature = .ordinary
    }
    return Competency(code: code, label: label, kind: .knowledge, nature: nature)
  }
}
