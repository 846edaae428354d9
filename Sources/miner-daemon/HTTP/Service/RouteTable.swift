/// The templates of all routes, to tell a wrong method from a wrong path.
struct RouteTable: Sendable {
  private let templates: [(parts: [Substring], method: String)]

  init(_ endpoints: [Endpoint]) {
    // Pages answer wherever nobody else does: that says nothing of methods.
    templates = endpoints.filter { $0.path != "/**" }.map { ($0.path.split(separator: "/"), $0.method) }
  }

  /// Methods that answer at a path, in ascending order; empty when none does.
  func methods(at path: String) -> [String] {
    let parts = path.split(separator: "/")
    var methods: Set<String> = []
    for template in templates where Self.fits(parts, template.parts) {
      methods.insert(template.method)
      if template.method == "GET" { methods.insert("HEAD") }
    }
    return methods.sorted()
  }

  private static func fits(_ parts: [Substring], _ template: [Substring]) -> Bool {
    if template.last == "**" { return parts.count >= template.count - 1 }
    return parts.count == template.count && zip(parts, template).allSatisfy { $1.first == "{" || $0 == $1 }
  }
}
