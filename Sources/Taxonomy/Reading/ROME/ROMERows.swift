/// Rows of the ROME tables as they were read, before they are checked against each other.
struct ROMERows {
  /// A row with the place it was read from.
  struct Placed<Value> {
    let value: Value
    let line: Int
  }

  var occupations: [Occupation] = []
  var appellations: [Placed<Appellation>] = []
  var competencies: [Competency] = []
  var activities: [Competency] = []
  var links: [Placed<CompetencyLink>] = []
  var mobility: [Placed<MobilityLink>] = []
  var sectors: [Placed<SectorLink>] = []
  /// Items that are no competencies: working conditions and surroundings.
  var contexts = Set<OGRCode>()
  /// Items of the tree of the JSON set: they know their macro-compétence, which cards do not.
  var treeItems: [Competency] = []
  /// Titles of the XML referential, which does not say their card.
  var titlesWithoutCard = Set<OGRCode>()
  /// Name for display, by table read.
  var files: [ROMETable: String] = [:]
  /// Records read, by table.
  var counts: [ROMETable: Int] = [:]
}
