import Foundation
import GRDB
import Taxonomy

extension Store {
  /// The trained vectors this store keeps; `nil` when none were trained. They are used with the release they are of only.
  public func trainedVectors() throws -> TrainedVectors? {
    try read { db in
      guard let row = try Row.fetchOne(db, sql: "SELECT * FROM trained_vectors") else { return nil }
      let bytes: Data = row["bytes"]
      guard let vectors = TrainedVectors(origin: try self.origin(row), bytes: [UInt8](bytes)) else {
        throw StoreError.corrupt(self.path, detail: "vecteurs appris illisibles")
      }
      return vectors
    }
  }

  /// What the trained vectors were made of, without reading them.
  public func trainedVectorsOrigin() throws -> TrainedVectors.Origin? {
    try read { db in
      try Row.fetchOne(
        db, sql: "SELECT release, release_name, offers, seed, library, trained FROM trained_vectors"
      ).map { try self.origin($0) }
    }
  }

  /// Keeps trained vectors in place of those of before, or takes them away; the offers have to be read again after.
  public func keep(_ vectors: TrainedVectors?) throws {
    try write { db in
      try db.execute(sql: "DELETE FROM trained_vectors")
      guard let vectors else { return }
      let origin = vectors.origin
      try db.execute(
        sql: "INSERT INTO trained_vectors VALUES (1, ?, ?, ?, ?, ?, ?, ?)",
        arguments: [
          origin.release, origin.releaseName, origin.offers, origin.seed, origin.library,
          origin.trained.description, Data(vectors.bytes),
        ])
    }
  }

  private func origin(_ row: Row) throws -> TrainedVectors.Origin {
    TrainedVectors.Origin(
      release: row["release"], releaseName: row["release_name"], offers: row["offers"], seed: row["seed"],
      library: row["library"], trained: try decode(row, "trained") { CalendarDate($0) })
  }
}
