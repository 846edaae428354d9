import Foundation
import GRDB

/// Keeps sketches: many offers a row, so that all of them are read in few steps and take no room but their own.
struct SketchWriter {
  /// Offers of one row; the schema counts on it.
  static let chunk: Int64 = 512

  private var waiting: [Int64: [(offer: Int64, sketch: OfferSketch)]] = [:]
  private(set) var count = 0

  mutating func add(_ sketch: OfferSketch, offer: Int64) {
    waiting[offer / Self.chunk, default: []].append((offer, sketch))
    count += 1
  }

  /// Writes what was added.
  mutating func flush(_ db: Database) throws {
    let find = try db.cachedStatement(sql: "SELECT sketches FROM offer_sketches WHERE chunk = ?")
    let keep = try db.cachedStatement(sql: "INSERT OR REPLACE INTO offer_sketches VALUES (?, ?)")
    for (chunk, sketches) in waiting.sorted(by: { $0.key < $1.key }) {
      var bytes = try [UInt8](Data.fetchOne(find, arguments: [chunk]) ?? Data())
      for (offer, sketch) in sketches {
        let place = Int(offer % Self.chunk) * OfferSketch.size
        let end = place + OfferSketch.size
        if bytes.count < end { bytes.append(contentsOf: repeatElement(0, count: end - bytes.count)) }
        bytes.replaceSubrange(place..<end, with: sketch.stored)
      }
      try keep.execute(arguments: [chunk, Data(bytes)])
    }
    waiting.removeAll(keepingCapacity: true)
    count = 0
  }
}
