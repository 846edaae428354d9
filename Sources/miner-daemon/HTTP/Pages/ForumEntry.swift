import SkillMiner
import Taxonomy

/// What a forum decided, as the form of its page brings it.
struct ForumEntry {
  private let form: FormFields

  init(_ form: FormFields) { self.form = form }

  /// The record for the log: lines on which something was said.
  ///
  /// - Throws: `Problem` when the form lacks something or nothing was said at all.
  func record(of portfolio: String) throws -> ForumRecord {
    let name = form["nom"] ?? ""
    guard name.contains(where: \.isLetter) else { throw FormFields.refusal("le nom du forum") }
    guard let day = form["jour"].flatMap({ CalendarDate($0) }) else { throw FormFields.refusal("le jour") }
    let lines = try self.lines()
    guard !lines.isEmpty else {
      throw Problem(
        .badRequest,
        "Aucune ligne n’est remplie. Donnez un vote, une décision ou un commentaire à un parcours au moins.")
    }
    return ForumRecord(
      id: PortfolioForms.identifier("\(name) \(day)"), name: name, territory: form["territoire"] ?? "",
      date: day, portfolio: portfolio, seen: try form.number("revision"), lines: lines, signals: [],
      quarantined: [])
  }

  private func lines() throws -> [ForumRecord.Line] {
    let numbers = form.fields.compactMap { field in
      field.name.hasPrefix("decision_") ? Int(field.name.dropFirst("decision_".count)) : nil
    }
    return try Set(numbers).sorted().compactMap { number in
      let decision = form["decision_\(number)"] ?? ""
      let comment = form["commentaire_\(number)"] ?? ""
      let votes = try ["pour", "contre"].map { try count("\($0)_\(number)") }
      guard !decision.isEmpty || !comment.isEmpty || votes != [0, 0] else { return nil }
      let state = PathwayState(rawValue: decision)
      guard decision.isEmpty || state != nil else {
        throw FormFields.refusal("la décision sur le parcours \(number)")
      }
      return try ForumRecord.Line(
        entered: number, votesFor: votes[0], votesAgainst: votes[1], decision: state, comment: comment)
    }
  }

  private func count(_ name: String) throws -> Int {
    guard let text = form[name], !text.isEmpty else { return 0 }
    let value = try form.number(name)
    guard (0...1_000_000).contains(value) else { throw FormFields.refusal("«\u{A0}\(name)\u{A0}»") }
    return value
  }
}
