import Foundation
import SkillMiner

/// What a job is done with, as the store keeps it.
struct JobParameters: Codable, Sendable {
  /// File in the folder of work; its name only.
  var file: String?
  /// Name people know the file by.
  var name: String?
  /// Feed name for offers that do not say theirs.
  var source: String?
  /// Format of offers; recognised by content when absent.
  var format: String?
  /// Columns of a CSV by field.
  var columns: [String: String]?
  /// Table to export.
  var table: String?
  /// Region to count the offers of, by its code.
  var region: String?
  /// Portfolio to draw, or the one an analysis is made for.
  var portfolio: String?
  /// How it is to be drawn.
  var draw: PortfolioRequest?

  /// A JSON object with sorted members.
  ///
  /// - Throws: what the encoder throws; a job without its file would be a job lost.
  func text() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }

  init() {}

  /// - Throws: `JobFailure` when a store edited by hand holds something else.
  init(text: String) throws {
    do {
      self = try JSONDecoder().decode(JobParameters.self, from: Data(text.utf8))
    } catch {
      throw JobFailure("Les paramètres du travail sont illisibles.")
    }
  }
}

extension JobRecord {
  /// What the job is done with, for whoever shows or looks for it; `nil` in a store edited by hand. The job itself fails
  /// when its turn comes, and says why.
  var knownParameters: JobParameters? {
    do { return try JobParameters(text: parameters) } catch { return nil }
  }
}

/// A job that cannot go on, in words for the person who asked for it.
struct JobFailure: Error, CustomStringConvertible {
  /// French: what is wrong and what to do.
  let description: String
  /// What came of it all the same, as a JSON object.
  let result: String?

  init(_ description: String, result: String? = nil) {
    self.description = description
    self.result = result
  }
}

/// A job that was told to stop.
struct JobStopped: Error {
  /// Whether it goes on later, rather than being cancelled.
  let isForShutdown: Bool
}
