import GRDB
public import Taxonomy

extension Store {
  /// Keeps a release of ESCO beside those already there.
  ///
  /// - Returns: whether it was new.
  public func save(_ release: ESCORelease, import id: Int64?) throws -> Bool {
    try write { db in
      let known = try Int64.fetchOne(
        db, sql: "SELECT id FROM esco_release WHERE digest = ?", arguments: [release.digest])
      if known != nil { return false }
      try db.execute(
        sql: "INSERT INTO esco_release (name, digest, import) VALUES (?, ?, ?)",
        arguments: [release.name, release.digest, id])
      let row = db.lastInsertedRowID
      try Self.insertConcepts(of: release, row: row, db)
      let link = try db.makeStatement(sql: "INSERT OR IGNORE INTO esco_link VALUES (?, ?, ?, ?)")
      for item in release.broader {
        try link.execute(arguments: [row, item.narrower.path, "broader", item.broader.path])
      }
      for item in release.demands {
        let relation = item.isEssential ? "essential" : "optional"
        try link.execute(arguments: [row, item.occupation.path, relation, item.skill.path])
      }
      return true
    }
  }

  /// Names and digests of the releases of ESCO, in the order they were imported.
  public func escoReleases() throws -> [(name: String, digest: String)] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT name, digest FROM esco_release ORDER BY id").map {
        (name: $0[0], digest: $0[1])
      }
    }
  }

  /// A release of ESCO by its name; the latest import of that name.
  ///
  /// - Returns: `nil` when the store holds none.
  public func escoRelease(named name: String) throws -> ESCORelease? {
    try read { db in
      guard
        let head = try Row.fetchOne(
          db, sql: "SELECT * FROM esco_release WHERE name = ? ORDER BY id DESC LIMIT 1", arguments: [name])
      else { return nil }
      return try self.escoRelease(head, db)
    }
  }

  private func escoRelease(_ head: Row, _ db: Database) throws -> ESCORelease {
    let row: Int64 = head["id"]
    func rows(_ table: String, _ order: String) throws -> [Row] {
      try Row.fetchAll(
        db, sql: "SELECT * FROM \(table) WHERE release = ? ORDER BY \(order)", arguments: [row])
    }
    func uri(_ row: Row, _ column: String) throws -> ESCOURI {
      let path: String = row[column]
      guard let uri = ESCOURI(path: path) else { throw StoreError.corrupt(self.path, detail: "ESCO \(path)") }
      return uri
    }
    var labels: [String: [String]] = [:]
    for label in try rows("esco_label", "uri, ordinal") {
      labels[label["uri"], default: []].append(label["text"])
    }
    var skills: [ESCOSkill] = []
    var occupations: [ESCOOccupation] = []
    var groups: [ESCOGroup] = []
    for concept in try rows("esco_concept", "uri") {
      let identifier = try uri(concept, "uri")
      let other = labels[identifier.path] ?? []
      switch concept["role"] as String {
      case "skill":
        skills.append(
          ESCOSkill(
            uri: identifier, label: concept["label"], alternatives: other,
            kind: ESCOSkill.Kind(rawValue: concept["detail"]) ?? .unknown, reuse: concept["reuse"],
            description: concept["description"], isObsolete: concept["obsolete"]))
      case "occupation":
        occupations.append(
          ESCOOccupation(
            uri: identifier, label: concept["label"], alternatives: other, iscoGroup: concept["detail"],
            isObsolete: concept["obsolete"]))
      default: groups.append(ESCOGroup(uri: identifier, code: concept["detail"], label: concept["label"]))
      }
    }
    var broader: [ESCOLink] = []
    var demands: [ESCODemand] = []
    for link in try rows("esco_link", "uri, relation, target") {
      let relation: String = link["relation"]
      let (from, to) = (try uri(link, "uri"), try uri(link, "target"))
      if relation == "broader" {
        broader.append(ESCOLink(narrower: from, broader: to))
      } else {
        demands.append(ESCODemand(occupation: from, skill: to, isEssential: relation == "essential"))
      }
    }
    return ESCORelease(
      name: head["name"], digest: head["digest"], skills: skills, occupations: occupations, groups: groups,
      broader: broader, demands: demands)
  }

  private static func insertConcepts(of release: ESCORelease, row: Int64, _ db: Database) throws {
    let concept = try db.makeStatement(
      sql: "INSERT OR IGNORE INTO esco_concept VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
    let label = try db.makeStatement(sql: "INSERT OR IGNORE INTO esco_label VALUES (?, ?, ?, ?)")
    func labels(_ uri: ESCOURI, _ texts: [String]) throws {
      for (ordinal, text) in texts.enumerated() {
        try label.execute(arguments: [row, uri.path, ordinal, text])
      }
    }
    for item in release.skills {
      try concept.execute(arguments: [
        row, item.uri.path, "skill", item.label, item.kind.rawValue, item.reuse, item.description,
        item.isObsolete,
      ])
      try labels(item.uri, item.alternatives)
    }
    for item in release.occupations {
      try concept.execute(arguments: [
        row, item.uri.path, "occupation", item.label, item.iscoGroup, "", "", item.isObsolete,
      ])
      try labels(item.uri, item.alternatives)
    }
    for item in release.groups {
      try concept.execute(arguments: [row, item.uri.path, "group", item.label, item.code, "", "", false])
    }
  }
}
