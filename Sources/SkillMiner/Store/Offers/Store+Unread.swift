import GRDB

extension Store {
  /// Offers that were kept and wait to be read: they count nowhere until then.
  public func unreadOffers() throws -> Int { try read { try Self.unreadOffers($0) } }

  static func unreadOffers(_ db: Database) throws -> Int {
    try Int.fetchOne(db, sql: "SELECT count(*) FROM main.offer_unread") ?? 0
  }

  /// Refuses what would part with texts before they were read.
  ///
  /// - Throws: `StoreError` `STORE-014`.
  func requireAllRead() throws {
    let count = try unreadOffers()
    guard count > 0 else { return }
    throw StoreError(
      .unread, path: path,
      message: count == 1
        ? "Une offre attend d’être lue\u{A0}: elle ne compte encore nulle part."
        : "\(count) offres attendent d’être lues\u{A0}: elles ne comptent encore nulle part.",
      advice: "Lisez-les d’abord\u{A0}: «\u{A0}miner-daemon offers read\u{A0}».")
  }
}
