public import Foundation

/// An offer and the mentions expected in it, read from a `.case` file (Tests/Cases/README.md).
public struct TextCase: Sendable, CustomStringConvertible {
  /// One expected mention; columns as written.
  public struct Expected: Sendable {
    /// As in the wire format: credential, diploma, language, know-how …
    public let kind: String
    /// `*` for any.
    public let stance: String
    /// The exact span.
    public let quote: String
    /// OGR code, family identifier, or `-`.
    public let reference: String
  }

  /// A case that cannot be read; its description names file, line and what is wrong.
  public struct Malformed: Error, CustomStringConvertible {
    /// File, line, what is wrong.
    public let description: String

    /// - Parameter description: file, line, what is wrong.
    public init(description: String) { self.description = description }
  }

  /// The file without its ending.
  public let name: String
  /// Title of the offer, empty when the case gives none.
  public let title: String
  /// Its occupation code.
  public let rome: String?
  /// Its description.
  public let text: String
  /// Mentions in the order of the text.
  public let expected: [Expected]
  /// What must not be found.
  public let forbidden: [String]

  /// The name.
  public var description: String { name }

  /// - Throws: `Malformed` with file, line and what is wrong.
  public init(file: URL) throws {
    var title = ""
    var rome: String?
    var body: [Substring] = []
    var expected: [Expected] = []
    var forbidden: [String] = []
    var behind = false
    let lines = try String(contentsOf: file, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      if line == "----", !behind {
        behind = true
      } else if !behind {
        if body.isEmpty, line.hasPrefix("title:") {
          title = line.dropFirst(6).trimmingCharacters(in: .whitespaces)
        } else if body.isEmpty, line.hasPrefix("rome:") {
          rome = line.dropFirst(5).trimmingCharacters(in: .whitespaces)
        } else {
          body.append(line)
        }
      } else if line.hasPrefix("!") {
        forbidden.append(String(line.dropFirst()))
      } else if !line.isEmpty {
        let columns = line.split(separator: "|", omittingEmptySubsequences: false).map {
          $0.trimmingCharacters(in: .whitespaces)
        }
        guard columns.count == 4 else {
          throw Malformed(
            description:
              "\(file.path):\(index + 1): expected 'kind | stance | quote | code or family', got '\(line)'")
        }
        expected.append(
          Expected(kind: columns[0], stance: columns[1], quote: columns[2], reference: columns[3]))
      }
    }
    guard behind else {
      throw Malformed(description: "\(file.path): no line '----' between the text and what is expected")
    }
    name = file.deletingPathExtension().lastPathComponent
    self.title = title
    self.rome = rome
    text = body.joined(separator: "\n")
    self.expected = expected
    self.forbidden = forbidden
  }

  /// The folder of the cases.
  public static let folder = SharedData.packageRoot.appending(path: "Tests/Cases")

  /// Every case of a subject, by name.
  ///
  /// - Throws: what reading a folder or a case throws.
  public static func all(in subject: String) throws -> [TextCase] {
    let folder = folder.appending(path: subject)
    return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "case" }
      .sorted { $0.path < $1.path }
      .map { try TextCase(file: $0) }
  }

  /// Subjects: the folders below `folder`, by name.
  ///
  /// - Throws: what reading a folder throws.
  public static func subjects() throws -> [String] {
    try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: [.isDirectoryKey])
      .filter { try $0.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true }
      .map(\.lastPathComponent).sorted()
  }
}
