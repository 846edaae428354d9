extension Store {
  /// Every portfolio, by identifier.
  public func portfolios() throws -> [Portfolio] { try reviewValues(.portfolio, as: Portfolio.self) }

  /// One portfolio.
  ///
  /// - Throws: `ReviewError` of code `unknown` when there is none, naming those there are.
  public func portfolio(_ id: String) throws -> Portfolio {
    if let document = try reviewDocument(.portfolio, id) {
      return try Self.value(Portfolio.self, of: document)
    }
    throw Portfolio.unknown(id, known: try reviewDocuments(.portfolio).map(\.id))
  }

  /// A frozen copy: its canonical JSON, byte for byte as it was frozen.
  public func frozenPortfolio(_ fingerprint: String) throws -> (portfolio: FrozenPortfolio, text: String) {
    guard let document = try reviewDocument(.frozen, fingerprint) else {
      throw ReviewError(
        .unknown, subject: ReviewText.cut(fingerprint), message: "aucune copie figée n’a cette empreinte.",
        advice: "Voir les empreintes avec «\u{A0}portfolio show\u{A0}».")
    }
    return (try Self.value(FrozenPortfolio.self, of: document), document.body)
  }
}

extension Portfolio {
  static func unknown(_ id: String, known: [String]) -> ReviewError {
    ReviewError(
      .unknown, subject: ReviewText.cut(id), message: "ce portefeuille n’existe pas.",
      advice: known.isEmpty
        ? "En tirer un avec «\u{A0}portfolio draw\u{A0}»."
        : "Portefeuilles connus\u{A0}: \(known.joined(separator: ", ")).")
  }
}

extension ReviewLedger {
  /// A portfolio that must be there.
  func portfolio(_ id: String) throws -> Portfolio {
    guard let portfolio = try value(.portfolio, id, as: Portfolio.self) else {
      throw Portfolio.unknown(id, known: [])
    }
    return portfolio
  }

  func put(_ portfolio: Portfolio) throws {
    try put(.portfolio, portfolio.id, revision: portfolio.revision, portfolio)
  }
}
