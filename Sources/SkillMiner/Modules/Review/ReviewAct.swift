/// One sort of act of the review. Its value is the payload of the log: it holds all that is needed to do the act again.
public protocol ReviewAct: Codable, Sendable {
  /// Name in the log, as in `portfolio.decide`; permanent.
  static var act: String { get }
  /// What the act is about.
  var subject: String { get }
  /// Changes documents; depends on nothing but the act, its entry and the documents.
  ///
  /// - Throws: `ReviewError` when the act is not allowed.
  func apply(to ledger: ReviewLedger, entry: AuditEntry) throws
}

/// Every sort of act, by its name.
public enum ReviewActs {
  static let all: [any ReviewAct.Type] = [
    PortfolioDraw.self, PortfolioEdit.self, PortfolioDecision.self, PortfolioFreeze.self,
    PortfolioSending.self,
    PortfolioEvaluation.self, CoverageOverruling.self, CoverageRestoring.self, FieldSignalBatch.self,
    FieldSignalWithdrawal.self, ForumRecord.self, LexiconVerdict.self,
  ]

  /// Names of every sort of act, in a fixed order.
  public static var names: [String] { all.map { $0.act } }

  /// Reads the act of an entry.
  static func act(of entry: AuditEntry) throws -> any ReviewAct {
    guard let type = all.first(where: { $0.act == entry.act }) else {
      throw ReviewError(
        .damaged, subject: entry.subject,
        message:
          "l’acte n°\u{A0}\(entry.sequence) («\u{A0}\(entry.act)\u{A0}») est inconnu de cette version.",
        advice: "Mettre miner-daemon à jour.")
    }
    do {
      return try AuditJSON.value(type, from: entry.payload)
    } catch is DecodingError {
      throw ReviewError(
        .damaged, subject: entry.subject,
        message: "le contenu de l’acte n°\u{A0}\(entry.sequence) («\u{A0}\(entry.act)\u{A0}») est illisible.",
        advice: "Vérifier le journal (audit verify) et repartir d’une sauvegarde.")
    }
  }
}
