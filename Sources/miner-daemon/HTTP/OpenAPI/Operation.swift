/// One operation of the interface as the OpenAPI document describes it.
struct Operation: Sendable {
  /// A parameter of the query, the path or a header.
  struct Parameter: Sendable {
    let name: String
    let place: String
    let schema: JSON
    var isRequired = false
    let text: String
  }

  /// An answer that is no problem.
  struct Success: Sendable {
    let status: Int
    let text: String
    /// Schema by media type; empty for an answer without a body.
    var content: [(type: String, schema: JSON)] = []
  }

  let method: String
  let path: String
  let tag: String
  let summary: String
  let access: Access
  var parameters: [Parameter] = []
  /// Media type and schema of the body.
  var body: (type: String, schema: JSON)?
  let success: [Success]
  /// Statuses of problems beyond those every operation knows.
  var problems: [Int] = []

  /// The object of the document.
  func json() -> JSON {
    var members: [(String, JSON)] = [
      ("operationId", .string(identifier)), ("tags", .strings([tag])), ("summary", .string(summary)),
      ("x-role", .string(role)), ("security", security),
    ]
    if !parameters.isEmpty {
      members.append(
        (
          "parameters",
          .array(
            parameters.map {
              .object([
                ("name", .string($0.name)), ("in", .string($0.place)), ("required", .bool($0.isRequired)),
                ("description", .string($0.text)), ("schema", $0.schema),
              ])
            })
        ))
    }
    if let body {
      members.append(
        (
          "requestBody",
          .object([
            ("required", .bool(true)),
            ("content", .object([(body.type, .object([("schema", body.schema)]))])),
          ])
        ))
    }
    members.append(("responses", .object(responses())))
    return .object(members)
  }

  private var identifier: String {
    let words = path.split { !$0.isLetter && !$0.isNumber }.drop { $0 == "api" || $0 == "v1" }
    return method.lowercased() + words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }

  private var role: String {
    switch access {
    case .open: "none"
    case .published: "published"
    case .detail: "detail"
    case .role(let role): role.rawValue
    }
  }

  /// None, or a token; reading what is published needs one only when the service says so, reading in detail only away
  /// from the computer of its owner.
  private var security: JSON {
    let token = JSON.object([("token", .array([]))])
    return switch access {
    case .open, .published, .detail: .array([.object([]), token])
    case .role: .array([token])
    }
  }

  private func responses() -> [(String, JSON)] {
    var all: [(String, JSON)] = success.map { success in
      var members: [(String, JSON)] = [("description", .string(success.text))]
      if !success.content.isEmpty {
        members.append(
          (
            "content",
            .object(success.content.map { ($0.type, .object([("schema", $0.schema)])) })
          ))
      }
      return (String(success.status), .object(members))
    }
    var statuses: Set<Int> = [400, 401, 403, 421, 429, 503]
    if method == "GET" { statuses.insert(406) }
    if body != nil { statuses.formUnion([408, 413, 415]) }
    statuses.formUnion(problems)
    for status in statuses.sorted() {
      all.append((String(status), .object([("$ref", .string("#/components/responses/Problem"))])))
    }
    return all
  }
}
