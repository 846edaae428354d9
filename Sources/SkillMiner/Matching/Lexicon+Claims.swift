public import Taxonomy

/// Written forms that say, word for word up to morphology, the label of another item than their own.
///
/// Such a form counts a demand under one item while the taxonomy holds one with just these words: *gestion du
/// changement* written for *Conduite du changement* beside an item *Gestion du changement*.
public struct FormClaim: Hashable, Sendable {
  /// The written form.
  public let form: SurfaceForm
  /// Items whose labels hold exactly the keys of the form, most linked first; none is of the form's family.
  public let claimants: [Competency]
}

extension Lexicon {
  /// Forms of the overlays that a label of another family claims, in the order of the overlay.
  ///
  /// Traits and forms linked to nothing are left out: their wording is free by design.
  /// - Throws: `TextError` when ICU or libstemmer is not usable.
  public func formClaims() throws -> [FormClaim] {
    let analyzer = try Analyzer(vocabulary: vocabulary)
    var labels: [[Int32]: [Int32]] = [:]
    for (place, item) in items.enumerated() {
      for text in LabelVariants.whole(item.label) {
        let keys = Set(analyzer.tokens(of: text).filter(\.isContent).map(\.key))
        if keys.count > 1 { labels[keys.sorted(), default: []].append(Int32(place)) }
      }
    }
    var claims: [FormClaim] = []
    for (place, compiled) in forms.enumerated() where compiled.form.origin == .overlay {
      let form = compiled.form
      let item = itemOfForm[place]
      guard item >= 0, form.kind != .softSkill, form.kind != .credential, form.kind != .language else {
        continue
      }
      let keys = Set(analyzer.tokens(of: form.text).filter(\.isContent).map(\.key))
      guard let holders = labels[keys.sorted()] else { continue }
      let family = family(of: items[Int(item)].code)
      guard !holders.contains(where: { self.family(of: items[Int($0)].code) == family }) else { continue }
      let ranked = Set(holders).sorted {
        (popularity.base[Int($0)], $1) > (popularity.base[Int($1)], $0)
      }
      claims.append(FormClaim(form: form, claimants: ranked.map { items[Int($0)] }))
    }
    return claims
  }
}
